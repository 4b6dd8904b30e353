package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One trigger of one function or chain, ready to be asked.
 *
 * @param match what is answered where it accepts
 * @param position among the manifest's triggers
 * @param wantsLifecycle whether it names a lifecycle type by exact or prefix; without that, no
 *     lifecycle event reaches it
 */
record CompiledTrigger(Match match, int position, AllCondition condition, boolean wantsLifecycle) {

  static CompiledTrigger of(Manifest manifest, int position, Trigger trigger) {
    AllCondition condition = AllCondition.of(trigger.filters());
    String because =
        "triggers/" + position + ": " + (trigger.filters().isEmpty() ? "every event" : condition);
    boolean wantsLifecycle =
        typesNamed(trigger.filters()).anyMatch(t -> t.startsWith(Event.LIFECYCLE));
    return new CompiledTrigger(new Match(manifest, because), position, condition, wantsLifecycle);
  }

  boolean accepts(Event event) {
    return (wantsLifecycle || !event.isLifecycle()) && condition.accepts(event);
  }

  /** The one type that an event must have to be accepted, where the trigger names it by exact. */
  static Optional<String> exactType(List<Filter> filters) {
    return filters.stream().flatMap(CompiledTrigger::requiredType).findFirst();
  }

  private static Stream<String> requiredType(Filter filter) {
    return switch (filter) {
      case Filter.Exact exact -> typeOf(exact.attributes());
      case Filter.All all -> exactType(all.filters()).stream();
      case Filter.Prefix prefix -> Stream.empty();
      case Filter.Suffix suffix -> Stream.empty();
      case Filter.Any any -> Stream.empty();
      case Filter.Not not -> Stream.empty();
      case Filter.Cesql cesql -> Stream.empty();
      case Filter.Pattern pattern -> Stream.empty();
    };
  }

  private static Stream<String> typesNamed(List<Filter> filters) {
    return filters.stream()
        .flatMap(
            filter ->
                switch (filter) {
                  case Filter.Exact exact -> typeOf(exact.attributes());
                  case Filter.Prefix prefix -> typeOf(prefix.attributes());
                  case Filter.All all -> typesNamed(all.filters());
                  case Filter.Any any -> typesNamed(any.filters());
                  case Filter.Suffix suffix -> Stream.empty();
                  case Filter.Not not -> Stream.empty();
                  case Filter.Cesql cesql -> Stream.empty();
                  case Filter.Pattern pattern -> Stream.empty();
                });
  }

  private static Stream<String> typeOf(Map<String, String> attributes) {
    return Stream.ofNullable(attributes.get("type"));
  }
}
