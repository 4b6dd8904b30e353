package dev.runnel.server.flow;

import dev.runnel.engine.run.Command;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a run that was taken up leaves its place to others, since it only waits: until its next
 * timer, or, where it waits for its turn and others for its place, for a while. On the run's event
 * loop only.
 */
final class Repose {

  private final ActiveRun run;
  private final Conductor conductor;
  private final Tools tools;
  private boolean considered;

  Repose(ActiveRun run, Conductor conductor, Tools tools) {
    this.run = run;
    this.conductor = conductor;
    this.tools = tools;
  }

  /** Whatever there was to do is done for now. */
  void consider() {
    if (!considered && run.title().isInherited() && !run.awaited().isEmpty()) {
      considered = true;
      run.after(Resting.SHORTEST, this::giveWay);
    }
  }

  private void giveWay() {
    considered = false;
    List<Command> awaited = run.awaited();
    Instant now = tools.clock().instant();
    Optional<Instant> until =
        awaited.stream().allMatch(Command.ArmTimer.class::isInstance)
            ? Resting.due(awaited).filter(due -> Resting.isFar(due, now))
            : Optional.of(now.plus(Resting.SHORTEST)).filter(turn -> conductor.isCrowded());
    until.ifPresentOrElse(run::restUntil, this::consider);
  }
}
