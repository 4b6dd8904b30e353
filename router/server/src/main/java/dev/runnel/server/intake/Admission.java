package dev.runnel.server.intake;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.engine.run.Hops;
import dev.runnel.server.flow.Backlog;
import dev.runnel.server.flow.Deadline;
import dev.runnel.server.flow.Drain;
import dev.runnel.server.flow.EventFlow;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Stop 2: may the event enter? What is refused here leaves no trace. What may enter goes on to
 * {@link EventFlow}. The size of one event was checked while it was read; whether it came before is
 * decided by the journal, when the run is written.
 */
@Singleton
public class Admission {

  private final EventFlow flow;
  private final Backlog backlog;
  private final Drain drain;

  Admission(EventFlow flow, Backlog backlog, Drain drain) {
    this.flow = flow;
    this.backlog = backlog;
    this.drain = drain;
  }

  /** An event that may enter goes to stop 3, {@link EventFlow}, which counts it at once. */
  Uni<Reply> admit(Event event, Preference preference) {
    int room = backlog.hold(1);
    try {
      return whyNot(event, room)
          .map(refusal -> Uni.createFrom().item(refusal))
          .orElseGet(() -> flow.handle(event, preference));
    } finally {
      backlog.release(room);
    }
  }

  /** What a sender of this event would be refused with now, if at all; nothing enters by that. */
  public Optional<Reply> refusal(Event event) {
    int room = backlog.hold(1);
    try {
      return whyNot(event, room);
    } finally {
      backlog.release(room);
    }
  }

  /** Whether nothing may enter any more, as the router ends. */
  boolean isOver() {
    return drain.isBegun();
  }

  /** Those of the events that may enter go on together; the replies are in the events' order. */
  Uni<List<Reply>> admit(List<Event> events) {
    int room = backlog.hold(events.size());
    try {
      return admit(events, room);
    } finally {
      backlog.release(room);
    }
  }

  private Uni<List<Reply>> admit(List<Event> events, int room) {
    var admitted = new ArrayList<Event>();
    var objections = new ArrayList<Optional<Reply>>();
    for (Event event : events) {
      Optional<Reply> objection = whyNot(event, room - admitted.size());
      objections.add(objection);
      if (objection.isEmpty()) {
        admitted.add(event);
      }
    }
    return flow.handle(admitted).map(replies -> inOrder(objections, replies.iterator()));
  }

  private static List<Reply> inOrder(List<Optional<Reply>> objections, Iterator<Reply> replies) {
    return objections.stream().map(objection -> objection.orElseGet(replies::next)).toList();
  }

  private Optional<Reply> whyNot(Event event, int room) {
    if (!Hops.areWellFormed(event)) {
      return Optional.of(malformed(RunnelExtensions.HOPS, "not a number of runs; leave it out"));
    }
    if (!Deadline.isWellFormed(event)) {
      return Optional.of(
          malformed(RunnelExtensions.DEADLINE, "not a timestamp such as 2026-02-28T09:30:00Z"));
    }
    if (isOver()) {
      return Optional.of(ending());
    }
    return room > 0 ? Optional.empty() : Optional.of(tooMany());
  }

  private static Reply ending() {
    String detail = "This router ends; send the event again, unchanged, to another or later";
    return Reply.of(Problem.of(ProblemType.UNAVAILABLE, detail));
  }

  private static Reply malformed(String attribute, String seen) {
    String detail = "the attribute " + attribute + " is " + seen;
    return Reply.of(Problem.of(ProblemType.MALFORMED_EVENT, detail, attribute));
  }

  private Reply tooMany() {
    String detail = "As many runs as may be are not over yet; send the event again later";
    return Reply.of(Problem.of(ProblemType.TOO_MANY_RUNS, detail), backlog.comeback());
  }
}
