package dev.runnel.server.reply;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Run;
import dev.runnel.http.OneLine;
import dev.runnel.server.Timeouts;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stop 9: which answer does the caller get? The run goes on whatever the caller does; {@code GET
 * /runs/{id}} tells the rest.
 */
@ApplicationScoped
public class Replies {

  private final Timeouts timeouts;

  Replies(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /**
   * The answer to an event that started this run, or that had started it before.
   *
   * @param ended the run when it is over
   */
  public Uni<Reply> answer(String run, Preference preference, Supplier<Uni<Run>> ended) {
    Reply accepted = new Reply.Accepted(run);
    return preference
        .patience()
        .map(patience -> completed(ended.get(), patience, accepted))
        .orElseGet(() -> Uni.createFrom().item(accepted));
  }

  /** The answer to an event that nobody wants. */
  public Reply unmatched(Event event) {
    Log.debugf("No function wants an event of type %s", OneLine.of(event.type()));
    return new Reply.Unmatched();
  }

  /** What came of the run, or, when it is not over in time, that it was accepted. */
  private Uni<Reply> completed(Uni<Run> ended, Duration patience, Reply accepted) {
    return ended
        .map(run -> run.state().isFinal() ? new Reply.Completed(RunCompleted.of(run)) : accepted)
        .ifNoItem()
        .after(patience.plusMillis(1))
        .on(timeouts.scheduler())
        .recoverWithItem(accepted)
        .onFailure()
        .recoverWithItem(accepted);
  }
}
