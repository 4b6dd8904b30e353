package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Decision;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Replies;
import dev.runnel.server.reply.Reply;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stop 3, the table of contents: {@link #handle(Event, Preference)} goes through stops 4 to 9 in
 * order. Read each and you know the product.
 */
@Singleton
public class EventFlow {

  private final Beginnings beginnings;
  private final Conductor conductor;
  private final Replies replies;

  EventFlow(Beginnings beginnings, Conductor conductor, Replies replies) {
    this.beginnings = beginnings;
    this.conductor = conductor;
    this.replies = replies;
  }

  /** What becomes of an event that may enter. */
  public Uni<Reply> handle(Event event, Preference preference) {
    Beginning beginning = beginnings.of(event); // 4 Matcher, 5 Planner, 6 Run: who, in which order?
    return switch (beginning) {
      case Beginning.Begun(Decision begun) -> run(begun, preference);
      case Beginning.Unwanted unwanted -> Uni.createFrom().item(replies.unmatched(event));
      case Beginning.Refused(Problem problem) -> Uni.createFrom().item(Reply.of(problem));
    };
  }

  /** What becomes of events that enter together, in order; nobody waits for their runs. */
  public Uni<List<Reply>> handle(List<Event> events) {
    List<Beginning> all = events.stream().map(beginnings::of).toList();
    return conductor
        .conduct(all.stream().flatMap(EventFlow::decisions).toList())
        .map(runs -> runs.stream().<Reply>map(Reply.Accepted::new).toList())
        .onFailure()
        .recoverWithItem(failure -> Collections.nCopies(all.size(), notWritten(failure)))
        .map(accepted -> inOrder(events, all, accepted.iterator()));
  }

  private Uni<Reply> run(Decision begun, Preference preference) {
    return conductor
        .conduct(List.of(begun)) // 7: write it down, do it, 8 Guards: call the functions
        .map(List::getFirst)
        .chain(run -> replies.answer(run, preference, () -> conductor.ended(run))) // 9: answer
        .onFailure()
        .recoverWithItem(EventFlow::notWritten);
  }

  private static Stream<Decision> decisions(Beginning beginning) {
    return beginning instanceof Beginning.Begun(Decision begun) ? Stream.of(begun) : Stream.empty();
  }

  private List<Reply> inOrder(
      List<Event> events, List<Beginning> beginnings, Iterator<Reply> accepted) {
    return IntStream.range(0, events.size())
        .mapToObj(
            i ->
                switch (beginnings.get(i)) {
                  case Beginning.Begun begun -> accepted.next();
                  case Beginning.Unwanted unwanted -> replies.unmatched(events.get(i));
                  case Beginning.Refused(Problem problem) -> Reply.of(problem);
                })
        .toList();
  }

  private static Reply notWritten(Throwable failure) {
    if (failure instanceof JournalUnavailable) {
      // Who asks the journal each second says it once, for all events that are refused meanwhile.
      Log.debugf("A new run is not written, or that is not known: %s", failure);
    } else {
      Log.errorf(failure, "The journal did not write a new run");
    }
    String detail = "The journal cannot be reached. Send the event again, unchanged, later";
    return Reply.of(Problem.of(ProblemType.UNAVAILABLE, detail));
  }
}
