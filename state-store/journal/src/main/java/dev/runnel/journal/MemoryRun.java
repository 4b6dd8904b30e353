package dev.runnel.journal;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** What the journal in memory has of one run. Guarded by the journal. */
final class MemoryRun {

  final RunEvent.Began began;
  final List<RunEvent> events = new ArrayList<>();

  /** Ids of the runs that its outputs started; some may be forgotten. */
  final List<String> children = new ArrayList<>();

  /** The fold of its events. */
  History history = History.after(0);

  /** The epoch of the router that has it. */
  long owner;

  /** A rough weight of its events. */
  long bytes;

  MemoryRun(RunEvent.Began began) {
    this.began = began;
  }
}
