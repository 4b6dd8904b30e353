package dev.runnel.journal;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in short.
 *
 * @param event what started it, without its data
 * @param goals the functions and chains that the event matched
 * @param ended null while it goes on
 */
public record RunBrief(
    String id,
    RunState state,
    Event event,
    List<String> goals,
    Instant began,
    @Nullable Instant ended,
    Lineage lineage) {

  public RunBrief {
    goals = List.copyOf(goals);
  }
}
