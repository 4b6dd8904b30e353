package dev.runnel.server.reply;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Run;
import dev.runnel.http.OneLine;
import dev.runnel.server.Timeouts;
import dev.runnel.server.config.ReplyConfig;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stop 9: which answer does the caller get? The run goes on whatever the caller does; {@code GET
 * /runs/{id}} tells the rest.
 */
@Singleton
public class Replies {

  private final Timeouts timeouts;
  private final Duration replyWait;

  public Replies(Timeouts timeouts, ReplyConfig config) {
    this.timeouts = timeouts;
    this.replyWait = config.longestWait();
  }

  /**
   * The answer to an event that started this run, or that had started it before.
   *
   * @param ended the run when it is over
   */
  public Uni<Reply> answer(String run, Preference preference, Supplier<Uni<Run>> ended) {
    Reply accepted = new Reply.Accepted(run);
    if (preference.reply()) {
      Duration patience = preference.patience().orElse(replyWait);
      return inTime(ended.get().map(over -> output(over, accepted)), patience, accepted);
    }
    return preference
        .patience()
        .map(patience -> inTime(ended.get().map(over -> told(over, accepted)), patience, accepted))
        .orElseGet(() -> Uni.createFrom().item(accepted));
  }

  /** The answer to an event that nobody wants. */
  public Reply unmatched(Event event) {
    Log.debugf("No function wants an event of type %s", OneLine.of(event.type()));
    return new Reply.Unmatched();
  }

  private static Reply told(Run run, Reply accepted) {
    return run.state().isFinal() ? new Reply.Completed(RunCompleted.of(run)) : accepted;
  }

  /** A reply is one event: where there are several or none, the caller gets none of them. */
  private static Reply output(Run run, Reply accepted) {
    List<Event> outputs = run.state().isFinal() ? run.outputs() : List.of();
    return outputs.size() == 1 ? new Reply.Output(outputs.getFirst()) : accepted;
  }

  /** What came of the run, or, when it is not over in time, that it was accepted. */
  private Uni<Reply> inTime(Uni<Reply> reply, Duration patience, Reply accepted) {
    return timeouts.within(reply, patience, accepted).onFailure().recoverWithItem(accepted);
  }
}
