package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the triggers that may accept an event, and keeps those that do: mostly none or one. */
final class Accepting implements Consumer<CompiledTrigger> {

  private final EventFields fields;
  private @Nullable CompiledTrigger first;
  private @Nullable List<CompiledTrigger> all;

  Accepting(EventFields fields) {
    this.fields = fields;
  }

  @Override
  public void accept(CompiledTrigger trigger) {
    if (!trigger.accepts(fields)) {
      return;
    }
    if (first == null) {
      first = trigger;
      return;
    }
    if (all == null) {
      all = new ArrayList<>();
      all.add(first);
    }
    all.add(trigger);
  }

  /** By name, each function and chain once with the first of its triggers. */
  List<Match> matches() {
    if (all != null) {
      return byName(all);
    }
    return first == null ? List.of() : List.of(first.match());
  }

  private static List<Match> byName(List<CompiledTrigger> accepting) {
    accepting.sort(CompiledTrigger.ORDER);
    var matches = new ArrayList<Match>(accepting.size());
    String last = "";
    for (CompiledTrigger trigger : accepting) {
      if (!trigger.name().equals(last)) {
        last = trigger.name();
        matches.add(trigger.match());
      }
    }
    return List.copyOf(matches);
  }
}
