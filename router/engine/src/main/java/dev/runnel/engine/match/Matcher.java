package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Stop 4: which functions want an event? An immutable index: a trigger that names its type is only
 * asked about events of that type. Next stop: {@link dev.runnel.engine.plan.Planner}.
 */
public final class Matcher {

  private final Map<String, List<CompiledTrigger>> byType;
  private final List<CompiledTrigger> ofAnyType;

  private final boolean wantsLifecycle;

  private Matcher(Map<String, List<CompiledTrigger>> byType, List<CompiledTrigger> ofAnyType) {
    this.byType = byType;
    this.ofAnyType = ofAnyType;
    this.wantsLifecycle =
        Stream.concat(byType.values().stream().flatMap(List::stream), ofAnyType.stream())
            .anyMatch(CompiledTrigger::wantsLifecycle);
  }

  /**
   * Compiles the triggers of all functions and chains; their filters must have been accepted
   * before.
   */
  public static Matcher of(Collection<? extends Manifest> manifests) {
    var byType = new HashMap<String, List<CompiledTrigger>>();
    var ofAnyType = new ArrayList<CompiledTrigger>();
    for (Manifest manifest : manifests) {
      for (int i = 0; i < manifest.triggers().size(); i++) {
        List<Filter> filters = manifest.triggers().get(i).filters();
        CompiledTrigger.exactType(filters)
            .map(type -> byType.computeIfAbsent(type, any -> new ArrayList<>()))
            .orElse(ofAnyType)
            .add(CompiledTrigger.of(manifest, i, manifest.triggers().get(i)));
      }
    }
    return new Matcher(byType, ofAnyType);
  }

  /**
   * The functions and chains that want the event, by name, each once with the first trigger that
   * accepts.
   */
  public List<Match> match(Event event) {
    var first = new TreeMap<String, CompiledTrigger>();
    collect(byType.getOrDefault(event.type(), List.of()), event, first);
    collect(ofAnyType, event, first);
    var matches = new ArrayList<Match>(first.size());
    for (CompiledTrigger trigger : first.values()) {
      matches.add(trigger.match());
    }
    return List.copyOf(matches);
  }

  /** Whether any function asks for lifecycle events; they need not be made where none does. */
  public boolean wantsLifecycle() {
    return wantsLifecycle;
  }

  private static void collect(
      List<CompiledTrigger> triggers, Event event, Map<String, CompiledTrigger> first) {
    for (CompiledTrigger trigger : triggers) {
      String name = trigger.match().manifest().name();
      CompiledTrigger known = first.get(name);
      boolean isEarlier = known == null || trigger.position() < known.position();
      if (isEarlier && trigger.accepts(event)) {
        first.put(name, trigger);
      }
    }
  }
}
