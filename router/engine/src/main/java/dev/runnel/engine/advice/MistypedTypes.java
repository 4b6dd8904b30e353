package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.advice.Audience.Seat;
import dev.runnel.engine.functions.PlacedFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Types that are wanted by name and that nobody here answers with, nearly the same as one that
 * somebody answers with and nobody wants. Looked up by what is left of a type without one letter.
 */
final class MistypedTypes implements Advice {

  /** So many types that nobody names are looked at. */
  private static final int MOST = 2_000;

  /** So many of those that answer with a type are looked at. */
  private static final int MOST_PRODUCERS = 16;

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    SortedMap<String, List<Listener>> producers = new TreeMap<>();
    for (Listener listener : ensemble.all().values()) {
      for (String type : listener.produces()) {
        producers.computeIfAbsent(type, _ -> new ArrayList<>()).add(listener);
      }
    }
    Map<String, List<Answer>> unnamed = bySlips(producers, ensemble.audience());
    var warnings = new ArrayList<Warning>();
    for (String wanted : new TreeSet<>(ensemble.audience().namedTypes())) {
      if (!producers.containsKey(wanted) && wanted.length() <= OneSlip.LONGEST) {
        near(wanted, unnamed).stream()
            .filter(answer -> !answer.isWanted(ensemble.audience()))
            .forEach(answer -> warnings.addAll(warnings(wanted, answer, ensemble)));
      }
    }
    return warnings;
  }

  /** A type that nobody names, and who answers with it. */
  private record Answer(String type, List<Listener> producers) {

    Listener producer() {
      return producers.getFirst();
    }

    boolean isWanted(Audience audience) {
      return producers.stream()
          .limit(MOST_PRODUCERS)
          .anyMatch(one -> audience.mayWant(type, one.name()));
    }
  }

  private static Map<String, List<Answer>> bySlips(
      SortedMap<String, List<Listener>> producers, Audience audience) {
    var bySlips = new HashMap<String, List<Answer>>();
    producers.entrySet().stream()
        .filter(entry -> entry.getKey().length() <= OneSlip.LONGEST)
        .filter(entry -> audience.naming(entry.getKey()).isEmpty())
        .limit(MOST)
        .map(entry -> new Answer(entry.getKey(), entry.getValue()))
        .forEach(
            answer ->
                OneSlip.keys(answer.type)
                    .forEach(
                        key -> bySlips.computeIfAbsent(key, _ -> new ArrayList<>()).add(answer)));
    return bySlips;
  }

  private static Collection<Answer> near(String wanted, Map<String, List<Answer>> unnamed) {
    var near = new TreeMap<String, Answer>();
    for (String key : OneSlip.keys(wanted)) {
      for (Answer answer : unnamed.getOrDefault(key, List.of())) {
        if (OneSlip.isBetween(wanted, answer.type)) {
          near.put(answer.type, answer);
        }
      }
    }
    return near.values();
  }

  private static List<Warning> warnings(String wanted, Answer answer, Ensemble ensemble) {
    var seen = new HashSet<String>();
    var warnings = new ArrayList<Warning>();
    for (Seat seat : ensemble.audience().naming(wanted)) {
      Listener listener = seat.listener();
      boolean isAdvised =
          ensemble.names().contains(listener.name())
              || ensemble.names().contains(answer.producer().name());
      if (isAdvised && seen.add(listener.name())) {
        warnings.add(
            listener.warning(
                pointer(seat, wanted),
                "nobody here answers with %s, and nobody wants %s, which \"%s\" answers with"
                    .formatted(wanted, answer.type, answer.producer().name()),
                "the same type in both"));
      }
    }
    return warnings;
  }

  /** Where the type stands, or the trigger. */
  private static String pointer(Seat seat, String type) {
    return PlacedFilter.of(seat.listener().manifest()).stream()
        .filter(
            placed ->
                placed.filter() instanceof Filter.Exact(var texts)
                    && type.equals(texts.get("type")))
        .map(placed -> placed.pointer() + "/exact/type")
        .findFirst()
        .orElse(seat.pointer());
  }
}
