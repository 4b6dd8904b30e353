package dev.runnel.server.intake;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.flow.Conductor;
import dev.runnel.server.flow.EventFlow;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stop 2: may the event enter? What is refused here leaves no trace. What may enter goes on to
 * {@link EventFlow}. The size of one event was checked while it was read; whether it came before is
 * decided by the journal, when the run is written.
 */
@ApplicationScoped
public class Admission {

  private final EventFlow flow;
  private final Conductor conductor;
  private final int maxActive;

  Admission(EventFlow flow, Conductor conductor, RunnelConfig.Runs config) {
    this.flow = flow;
    this.conductor = conductor;
    this.maxActive = config.maxActive();
  }

  /** An event that may enter goes to stop 3, {@link EventFlow}. */
  Uni<Reply> admit(Event event, Preference preference) {
    return conductor.activeRuns() < maxActive
        ? flow.handle(event, preference)
        : Uni.createFrom().item(Reply.of(tooMany()));
  }

  private Problem tooMany() {
    String detail = maxActive + " runs are not over yet; send the event again later";
    return Problem.of(ProblemType.TOO_MANY_RUNS, detail);
  }
}
