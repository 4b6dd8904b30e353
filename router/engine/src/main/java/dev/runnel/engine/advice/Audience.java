package dev.runnel.engine.advice;

import dev.runnel.engine.match.satisfiability.NormalForm;
import dev.runnel.engine.match.satisfiability.TypeKeys;
import dev.runnel.engine.match.satisfiability.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who wants which types of events: triggers by the types that they are limited to. */
final class Audience {

  /** So many triggers are asked about one type. */
  private static final int MOST = 256;

  /** So many of these are limited to no types. */
  private static final int MOST_UNLIMITED = 64;

  private final Map<String, List<Seat>> byType = new HashMap<>();
  private final Map<String, List<Seat>> byBeginning = new HashMap<>();
  private final List<Seat> unlimited = new ArrayList<>();

  /** A trigger; two are never equal. */
  static final class Seat {

    private final Listener listener;
    private final int position;
    private final NormalForm form;

    private Seat(Listener listener, int position, NormalForm form) {
      this.listener = listener;
      this.position = position;
      this.form = form;
    }

    Listener listener() {
      return listener;
    }

    /** JSON Pointer to it within its manifest. */
    String pointer() {
      return "/triggers/" + position;
    }

    /** What is known of an event of this type, that whoever is named here answers with. */
    Verdict on(String type, Optional<String> producer) {
      Map<String, String> known = new HashMap<>(Map.of("specversion", "1.0", "type", type));
      producer.ifPresent(name -> known.put("source", "/functions/" + name));
      return form.on(known);
    }
  }

  static Audience of(Collection<Listener> listeners) {
    var audience = new Audience();
    listeners.forEach(audience::add);
    return audience;
  }

  private void add(Listener listener) {
    for (int i = 0; i < listener.forms().size(); i++) {
      NormalForm form = listener.forms().get(i);
      var seat = new Seat(listener, i, form);
      Optional<TypeKeys> types = form.types();
      types.ifPresentOrElse(
          keys -> {
            keys.texts().forEach(text -> at(byType, text).add(seat));
            keys.beginnings().forEach(beginning -> at(byBeginning, beginning).add(seat));
          },
          () -> unlimited.add(seat));
    }
  }

  private static List<Seat> at(Map<String, List<Seat>> seats, String key) {
    return seats.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  /** The types that are wanted by their own text. */
  Set<String> namedTypes() {
    return byType.keySet();
  }

  /** Those that name the type. */
  List<Seat> naming(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** Those that may want events of the type; some of them where they are many. */
  List<Seat> of(String type) {
    Stream<Seat> beginning =
        Stream.iterate(0, length -> length <= type.length(), length -> length + 1)
            .flatMap(
                length -> byBeginning.getOrDefault(type.substring(0, length), List.of()).stream());
    return Stream.of(naming(type).stream(), unlimited.stream().limit(MOST_UNLIMITED), beginning)
        .flatMap(seats -> seats)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Whether somebody may want events of the type that the producer answers with. */
  boolean mayWant(String type, String producer) {
    List<Seat> seats = of(type);
    return unlimited.size() > MOST_UNLIMITED
        || seats.size() == MOST
        || seats.stream().anyMatch(seat -> seat.on(type, Optional.of(producer)) != Verdict.NO);
  }
}
