package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.server.reply.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Events that are posted together, and together again, until somebody accepts them. */
final class BatchPosting {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** What no function wants. */
  private static final String UNWANTED = "nobody.wanted";

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private final List<Event> events;
  private Runnable done = () -> {};
  private int tries;
  private boolean accepted;

  BatchPosting(VirtualTime time, Chance chance, Site site, Ledger ledger, List<Event> events) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
    this.events = List.copyOf(events);
  }

  /** Posts until they are accepted, and then does that. */
  void until(Runnable over) {
    done = over;
    String batch =
        Objects.requireNonNull(events.getFirst().attribute(BatchRules.BATCH), BatchRules.BATCH);
    ledger.batches().sent(batch, events.stream().filter(BatchPosting::isWanted).toList());
    post();
  }

  private void post() {
    if (!accepted) {
      int now = ++tries;
      site.oneOf(chance).post(events, this::answered);
      time.in(PATIENCE, () -> again(now));
    }
  }

  private void again(int then) {
    if (then == tries) {
      post();
    }
  }

  private void answered(List<Reply> replies) {
    if (replies.size() != events.size()) {
      throw new IllegalStateException(events.size() + " events are answered with " + replies);
    }
    boolean all = true;
    for (int i = 0; i < events.size(); i++) {
      all &= isAccepted(events.get(i), replies.get(i));
    }
    if (!all) {
      int now = tries;
      time.in(chance.millis(100, 1_000), () -> again(now));
    } else if (!accepted && !chance.percent(10)) { // else the answer is lost
      accepted = true;
      done.run();
    }
  }

  private boolean isAccepted(Event event, Reply reply) {
    return switch (reply) {
      case Reply.Accepted(String run) -> {
        ledger.accepted(event, run);
        yield true;
      }
      case Reply.Unmatched _ when !isWanted(event) -> true;
      case Reply.Refused _ -> false;
      case Reply.Unmatched _, Reply.Output _, Reply.Completed _ ->
          throw new IllegalStateException(event + " of a batch is answered with " + reply);
    };
  }

  private static boolean isWanted(Event event) {
    return !event.type().equals(UNWANTED);
  }
}
