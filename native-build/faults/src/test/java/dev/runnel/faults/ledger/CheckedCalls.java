package dev.runnel.faults.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.runnel.faults.ledger.Entry.What;
import java.util.List;
import java.util.Map;

/** What has become of the calls of a function that looks at the key and the epoch before. */
final class CheckedCalls {

  private final Map<String, Long> effects;
  private final Map<What, Long> all;

  CheckedCalls(List<Entry> entries) {
    this.effects =
        entries.stream()
            .filter(it -> it.what() == What.EFFECT)
            .collect(groupingBy(Entry::event, counting()));
    this.all = entries.stream().collect(groupingBy(Entry::what, counting()));
  }

  /** How often an event has had its effect, under whatever key, for whatever run. */
  long effects(String event) {
    return effects.getOrDefault(event, 0L);
  }

  /** Calls that had no effect, since it was had before, or a higher epoch was seen. */
  long refused() {
    return all.getOrDefault(What.AGAIN, 0L) + all.getOrDefault(What.STALE, 0L);
  }
}
