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
import java.util.Set;
import java.util.TreeSet;

/**
 * Types that are wanted by name and that nobody here answers with, nearly the same as one that
 * somebody answers with and nobody wants. Looked up by what is left of a type without one letter.
 */
final class MistypedTypes implements Advice {

  /** So many types that nobody wants are looked at. */
  private static final int MOST = 2_000;

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    var produced = new HashMap<String, Listener>();
    ensemble
        .all()
        .values()
        .forEach(one -> one.produces().forEach(type -> produced.putIfAbsent(type, one)));
    Map<String, List<String>> unwanted = bySlips(unwanted(ensemble, produced));
    var warnings = new ArrayList<Warning>();
    for (String wanted : new TreeSet<>(ensemble.audience().namedTypes())) {
      if (!produced.containsKey(wanted) && wanted.length() <= OneSlip.LONGEST) {
        for (String type : near(wanted, unwanted)) {
          warnings.addAll(warnings(wanted, type, produced.get(type), ensemble));
        }
      }
    }
    return warnings;
  }

  private static List<String> unwanted(Ensemble ensemble, Map<String, Listener> produced) {
    return produced.entrySet().stream()
        .filter(entry -> entry.getKey().length() <= OneSlip.LONGEST)
        .filter(entry -> !ensemble.audience().mayWant(entry.getKey(), entry.getValue().name()))
        .map(Map.Entry::getKey)
        .sorted()
        .limit(MOST)
        .toList();
  }

  private static Map<String, List<String>> bySlips(Collection<String> types) {
    var bySlips = new HashMap<String, List<String>>();
    for (String type : types) {
      OneSlip.keys(type)
          .forEach(key -> bySlips.computeIfAbsent(key, _ -> new ArrayList<>()).add(type));
    }
    return bySlips;
  }

  private static Set<String> near(String wanted, Map<String, List<String>> unwanted) {
    var near = new TreeSet<String>();
    for (String key : OneSlip.keys(wanted)) {
      unwanted.getOrDefault(key, List.of()).stream()
          .filter(type -> OneSlip.isBetween(wanted, type))
          .forEach(near::add);
    }
    return near;
  }

  private static List<Warning> warnings(
      String wanted, String type, Listener producer, Ensemble ensemble) {
    var seen = new HashSet<String>();
    var warnings = new ArrayList<Warning>();
    for (Seat seat : ensemble.audience().naming(wanted)) {
      Listener listener = seat.listener();
      boolean isAdvised =
          ensemble.names().contains(listener.name()) || ensemble.names().contains(producer.name());
      if (isAdvised && seen.add(listener.name())) {
        warnings.add(
            listener.warning(
                pointer(seat, wanted),
                "nobody here answers with %s, and nobody wants %s, which \"%s\" answers with"
                    .formatted(wanted, type, producer.name()),
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
        .orElse("/triggers/" + seat.position());
  }
}
