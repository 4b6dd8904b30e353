package dev.runnel.server.flow;

import static java.util.stream.Collectors.partitioningBy;

import dev.runnel.journal.Claim;
import dev.runnel.journal.Fenced;
import dev.runnel.server.config.RunsConfig;
import dev.runnel.server.journal.Life;
import dev.runnel.server.journal.Lives;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes up the runs that nobody conducts: those of routers whose life is over, its own former lives
 * among them, and those that it has lost itself because the journal did not answer. Only so many
 * are taken up at a time; the others wait in the journal. What is due of those that rest goes on,
 * too.
 */
@Singleton
@Startup
final class Recovery {

  /** Ids that are looked through together. */
  private static final int LIST = 1_000;

  /** How soon there may be something to do again. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** How soon, while as many go on as may. */
  private static final Duration FULL = Duration.ofMillis(20);

  private final Lives lives;
  private final ActiveRuns active;
  private final Inheritance inheritance;
  private final TakenAway takenAway;
  private final Loop loop;
  private final Clock clock;
  private final int most;
  private final Appetite appetite;
  private final Search search = new Search();
  private @Nullable Life life;
  private volatile boolean over;

  /** Whether it is the turn of runs that are due, and not of others that nobody conducts. */
  private boolean turnOfDue;

  Recovery(
      Lives lives, ActiveRuns active, Inheritance inheritance, Tools tools, RunsConfig config) {
    this.lives = lives;
    this.active = active;
    this.inheritance = inheritance;
    this.takenAway = inheritance.takenAway(lives);
    this.loop = tools.loops().next();
    this.clock = tools.clock();
    this.most = config.maxRecovering();
    this.appetite = new Appetite(most);
    loop.run(this::look);
  }

  /** Nothing more is taken up. */
  void end() {
    over = true;
  }

  private void look() {
    if (!over) {
      lives.current().ifPresentOrElse(this::look, () -> again(PAUSE));
    }
  }

  private void look(Life now) {
    int lapses = lives.lapses();
    if (!now.equals(life)) {
      active.abandonAllBut(now.journal());
      inheritance.forget();
      life = now;
      search.anew();
      lives.compared(lapses);
    }
    if (!lives.areCompared()) {
      takenAway.giveUp(now).subscribe().with(done -> compared(lapses), this::failed);
      return;
    }
    int going = active.inherited();
    active.crowd(going >= most);
    int room = appetite.at(clock.instant(), going);
    if (room == 0) {
      again(FULL);
      return;
    }
    taken(now, room).subscribe().with(this::lookAgain, this::failed);
  }

  private void compared(int lapses) {
    lives.compared(lapses);
    again(Duration.ZERO);
  }

  /** Takes up some runs; how many. */
  private Uni<Integer> taken(Life now, int room) {
    turnOfDue = !turnOfDue;
    if (turnOfDue && inheritance.isAnyDue()) {
      return inheritance.takeUpDue(room);
    }
    if (inheritance.lacksSome()) {
      search.forget();
    }
    return search.isWanted(active.lastLoss())
        ? claimed(now, room)
        : lives
            .routers()
            .areAnyOrphaned(now.member())
            .chain(any -> any ? claimed(now, room) : Uni.createFrom().item(0));
  }

  /** Runs whose owner's life is over; where there are none, own ones. */
  private Uni<Integer> claimed(Life now, int room) {
    return lives.routers().claim(now.member(), room).chain(claim -> takeUp(now, claim, room));
  }

  private Uni<Integer> takeUp(Life now, Claim claim, int room) {
    Title suspect = Title.suspect(now, claim.epoch());
    claim.runs().forEach(active::dismiss);
    if (claim.runs().isEmpty()) {
      return lost(now, suspect, room);
    }
    Map<Boolean, List<String>> again =
        claim.runs().stream().collect(partitioningBy(claim.again()::contains));
    Title inherited = Title.inherited(now, claim.epoch());
    return Uni.combine()
        .all()
        .unis(
            inheritance.takeUp(again.getOrDefault(false, List.of()), inherited),
            inheritance.takeUp(again.getOrDefault(true, List.of()), suspect))
        .with(Integer::sum);
  }

  /**
   * Own runs that nobody conducts, where there may be any. What they called before may still go on
   * somewhere, so that they, too, are given the epoch of a claim; and how often they were claimed
   * is not known.
   */
  private Uni<Integer> lost(Life now, Title title, int room) {
    return search.isWanted(active.lastLoss())
        ? lives
            .routers()
            .owned(now.member(), search.next(clock.instant()), LIST)
            .chain(page -> lost(page, title, room))
        : Uni.createFrom().item(0);
  }

  private Uni<Integer> lost(List<String> page, Title title, int room) {
    List<String> lost = page.stream().filter(inheritance::isLost).limit(room).toList();
    boolean last = page.size() < LIST && lost.size() < room;
    String next = last ? "" : lost.size() == room ? lost.getLast() : page.getLast();
    return inheritance.takeUp(lost, title).invoke(taken -> search.seen(next));
  }

  private void lookAgain(int taken) {
    boolean atOnce = taken > 0 || search.isUnderWay() || inheritance.isAnyDue();
    again(atOnce ? Duration.ZERO : PAUSE);
  }

  /** What was claimed by a call that got no answer is among this router's own runs. */
  private void failed(Throwable why) {
    active.doubt();
    search.anew();
    if (!(why instanceof Fenced)) {
      Log.warnf("Runs that nobody conducts cannot be looked for: %s", why);
    }
    again(PAUSE);
  }

  private void again(Duration wait) {
    loop.after(wait, this::look);
  }
}
