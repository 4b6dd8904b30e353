package dev.runnel.server.flow;

import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
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
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes up the runs that nobody conducts: those of routers whose life is over, its own former lives
 * among them, and those that it has lost itself because the journal did not answer. Only so many
 * are taken up at a time; the others wait in the journal.
 */
@Singleton
@Startup
final class Recovery {

  /** Runs that are read together. */
  private static final int PAGE = 200;

  /** Ids that are looked through together. */
  private static final int LIST = 1_000;

  /** How soon there may be something to do again. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** How soon, while as many go on as may. */
  private static final Duration FULL = Duration.ofMillis(20);

  /** What may still be written although nobody got an answer is written within this time. */
  private static final Duration DOUBT = Duration.ofSeconds(30);

  private final Lives lives;
  private final ActiveRuns active;
  private final Conductor conductor;
  private final Loop loop;
  private final Clock clock;
  private final RandomGenerator random;
  private final int most;
  private @Nullable Life life;
  private volatile boolean over;

  /** Where the search for lost runs goes on; empty: at its beginning. */
  private String after = "";

  /** When that search began. */
  private Instant began = Instant.MIN;

  /** When the last one began that has come to its end. */
  private Instant searched = Instant.MIN;

  Recovery(Lives lives, ActiveRuns active, Conductor conductor, Tools tools, RunsConfig config) {
    this.lives = lives;
    this.active = active;
    this.conductor = conductor;
    this.loop = tools.loops().next();
    this.clock = tools.clock();
    this.random = tools.random();
    this.most = config.maxRecovering();
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
    if (!now.equals(life)) {
      active.abandonAllBut(now.journal());
      life = now;
      after = "";
    }
    int room = Math.min(PAGE, most - active.inherited());
    if (room <= 0) {
      again(FULL);
      return;
    }
    lives
        .routers()
        .claim(now.member(), room)
        .chain(claim -> takeUp(now, claim, room))
        .subscribe()
        .with(found -> again(found > 0 || !after.isEmpty() ? Duration.ZERO : PAUSE), this::failed);
  }

  /** Runs whose owner's life is over; where there are none, own ones. */
  private Uni<Integer> takeUp(Life now, Claim claim, int room) {
    Title title = Title.inherited(now, claim.epoch());
    claim.runs().forEach(active::dismiss);
    return claim.runs().isEmpty() ? lost(now, title, room) : takeUp(claim.runs(), title);
  }

  /**
   * Own runs that nobody conducts, where there may be any. What they called before may still go on
   * somewhere, so that they, too, are given the epoch of a claim.
   */
  private Uni<Integer> lost(Life now, Title title, int room) {
    if (after.isEmpty()) {
      if (searched.isAfter(active.lastLoss().plus(DOUBT))) {
        return Uni.createFrom().item(0);
      }
      began = clock.instant();
    }
    return lives.routers().owned(now.member(), after, LIST).chain(page -> lost(page, title, room));
  }

  private Uni<Integer> lost(List<String> page, Title title, int room) {
    List<String> lost = page.stream().filter(run -> active.find(run) == null).limit(room).toList();
    boolean last = page.size() < LIST && lost.size() < room;
    String next = last ? "" : lost.size() == room ? lost.getLast() : page.getLast();
    return takeUp(lost, title).invoke(taken -> seen(next));
  }

  /** All own runs up to there are conducted. */
  private void seen(String next) {
    after = next;
    if (next.isEmpty()) {
      searched = began;
    }
  }

  private Uni<Integer> takeUp(List<String> runs, Title title) {
    return runs.isEmpty()
        ? Uni.createFrom().item(0)
        : title
            .journal()
            .read(runs)
            .map(all -> (int) all.stream().filter(events -> inherits(events, title)).count());
  }

  /** Whether there was anything to go on with: it may have come to its end in the meantime. */
  private boolean inherits(List<RunEvent> events, Title title) {
    Run run = events.isEmpty() ? null : Run.replay(events);
    if (run == null || run.ended() != null) {
      return false;
    }
    conductor.takeUp(events, run.recover(clock.instant(), random), title);
    return true;
  }

  /** What was claimed by a call that got no answer is among this router's own runs. */
  private void failed(Throwable why) {
    active.doubt();
    after = "";
    if (!(why instanceof Fenced)) {
      Log.warnf("Runs that nobody conducts cannot be looked for: %s", why);
    }
    again(PAUSE);
  }

  private void again(Duration wait) {
    loop.after(wait, this::look);
  }
}
