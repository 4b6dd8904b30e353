package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sender's event, posted again, here or there, until somebody accepts it. */
final class Posting {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The completed event's data begins so. */
  private static final Pattern TOLD =
      Pattern.compile("\\{\"run\":\"([^\"]*)\",\"state\":\"([^\"]*)\".*", Pattern.DOTALL);

  private final Event event;
  private final Preference preference;
  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private Runnable done = () -> {};

  /** Counts the tries; what comes of an earlier one is not waited for any more. */
  private int tries;

  private boolean accepted;

  Posting(VirtualTime time, Chance chance, Site site, Ledger ledger, Event event) {
    this.event = event;
    this.time = time;
    this.chance = chance;
    this.preference =
        chance.percent(30)
            ? new Preference(Optional.of(chance.millis(500, 5_000)), false)
            : Preference.NONE;
    this.site = site;
    this.ledger = ledger;
  }

  /** Posts until it is accepted, and then does that. */
  void until(Runnable over) {
    done = over;
    post();
  }

  private void post() {
    if (accepted) {
      return;
    }
    int now = ++tries;
    RouterProcess process = site.oneOf(chance);
    if (process.machine().alive()) {
      process.post(event, preference, reply -> answered(process, reply));
      time.in(PATIENCE, () -> again(now));
    } else {
      time.in(chance.millis(200, 2_000), () -> again(now));
    }
  }

  private void again(int then) {
    if (then == tries) {
      post();
    }
  }

  /** The reply has left the process; it may still be lost on its way to the sender. */
  private void answered(RouterProcess process, Reply reply) {
    switch (reply) {
      case Reply.Accepted(String run) -> accepted(process, run);
      case Reply.Completed(Event told) -> {
        Matcher read = TOLD.matcher(told.data().text());
        if (!read.matches()) {
          throw new IllegalStateException("a run is told as " + told.data().text());
        }
        ledger.told(read.group(1), read.group(2));
        accepted(process, read.group(1));
      }
      case Reply.Refused _ -> {
        int now = tries;
        time.in(chance.millis(100, 1_000), () -> again(now));
      }
      case Reply.Unmatched _, Reply.Output _ ->
          throw new IllegalStateException("no event here is answered with " + reply);
    }
  }

  private void accepted(RouterProcess process, String run) {
    ledger.accepted(event, run);
    if (accepted || chance.percent(3)) {
      return; // nobody listens, or the answer is lost
    }
    accepted = true;
    if (chance.percent(5)) {
      ledger.queue().cancelling(run);
      process.cancel(run, chance.percent(50), () -> ledger.cancelled(run));
    }
    done.run();
  }
}
