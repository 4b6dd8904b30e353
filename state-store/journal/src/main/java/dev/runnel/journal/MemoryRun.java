package dev.runnel.journal;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the journal in memory has of one run. Guarded by the journal. */
final class MemoryRun {

  RunEvent.Began began;
  final List<RunEvent> events = new ArrayList<>();

  /** Ids of the runs that its outputs started; some may be forgotten. */
  final List<String> children = new ArrayList<>();

  /** The fold of its events. */
  History history = History.after(0);

  /** The epoch of the router that has it. */
  long owner;

  /** How often it was claimed, since it began or was opened again. */
  int claims;

  /** A rough weight of its events. */
  long bytes;

  /** Whether no more than its brief is left: how it began, without data, and how it ended. */
  boolean compacted;

  MemoryRun(RunEvent.Began began) {
    this.began = began;
  }

  boolean endedBefore(Instant then) {
    return events.getLast() instanceof RunEvent.Ended ended && ended.at().isBefore(then);
  }

  /** Whether it ended before then, and nobody needs more than its brief any more. */
  boolean isDispensable(Instant then) {
    return !compacted && endedBefore(then) && history.deadLetters().isEmpty();
  }

  void compact() {
    RunEvent end = events.getLast();
    began = began.withoutData();
    events.clear();
    events.add(began);
    events.add(end);
    compacted = true;
  }
}
