package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.match.Match;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Planner;
import dev.runnel.engine.plan.Planning;
import dev.runnel.engine.run.Decision;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Replies;
import dev.runnel.server.reply.Reply;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Stop 3, the table of contents: {@code handle} calls stops 4 to 9 in order. Read each and you know
 * the product.
 */
@ApplicationScoped
public class EventFlow {

  private final Registry registry;
  private final RunIdentity identity;
  private final Conductor conductor;
  private final Replies replies;

  EventFlow(Registry registry, RunIdentity identity, Conductor conductor, Replies replies) {
    this.registry = registry;
    this.identity = identity;
    this.conductor = conductor;
    this.replies = replies;
  }

  /** What becomes of an event that may enter. */
  public Uni<Reply> handle(Event event, Preference preference) {
    return registry
        .current()
        .map(catalog -> handle(event, preference, catalog))
        .orElseGet(() -> Uni.createFrom().item(notLoaded()));
  }

  private Uni<Reply> handle(Event event, Preference preference, Catalog catalog) {
    List<Match> matches = catalog.matcher().match(event); // 4: which functions want it?
    if (matches.isEmpty()) {
      return Uni.createFrom().item(replies.unmatched(event));
    }
    return switch (Planner.plan(matches, catalog.functions())) { // 5: in which order?
      case Planning.Planned(Plan plan) -> run(event, plan, preference);
      case Planning.TooLarge tooLarge -> Uni.createFrom().item(Reply.of(tooLarge(matches)));
    };
  }

  private Uni<Reply> run(Event event, Plan plan, Preference preference) {
    Decision begun = identity.begin(event, plan); // 6: what next?
    return conductor
        .conduct(event, begun) // 7: write it down, do it, 8: call the functions
        .chain(
            run ->
                replies.answer(
                    run, preference, () -> conductor.ended(run))) // 9: which answer is given?
        .onFailure()
        .recoverWithItem(EventFlow::notWritten);
  }

  private static Reply notLoaded() {
    String detail = "The functions are not loaded yet. Send the event again, unchanged, later";
    return Reply.of(Problem.of(ProblemType.UNAVAILABLE, detail));
  }

  private static Reply notWritten(Throwable failure) {
    Log.errorf(failure, "The journal did not write a new run");
    String detail = "The journal cannot be reached. Send the event again, unchanged, later";
    return Reply.of(Problem.of(ProblemType.UNAVAILABLE, detail));
  }

  private static Problem tooLarge(List<Match> matches) {
    return Problem.of(
        ProblemType.PLAN_TOO_LARGE,
        "The event matches "
            + matches.size()
            + " functions; with what they need that is more than "
            + Plan.MAX_STEPS
            + " steps. Narrow their filters.");
  }
}
