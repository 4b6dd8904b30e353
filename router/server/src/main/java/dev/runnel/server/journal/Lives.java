package dev.runnel.server.journal;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Membership;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import dev.runnel.server.SteadyTime;
import dev.runnel.server.Timeouts;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this router a member: joins, renews its membership each second, and joins again when it was
 * declared dead, since its runs are others' then. Where the membership may have run out meanwhile,
 * it is not sure of its runs, and calls for none of them, until they have been compared.
 */
@Singleton
@Startup
public class Lives {

  /** Several times within {@link Routers#LEASE}, so that one late answer does no harm. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** How long a sign of life may take before the next one is given over another connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How long the end waits for the journal to take note of it. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Routers routers;
  private final RouterName name;
  private final Timeouts timeouts;
  private final InstantSource time;
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private volatile @Nullable Life current;
  private volatile boolean over;
  private volatile boolean silent;

  /** Until when the membership holds at the least, as long as nobody else has its name. */
  private volatile Instant holdsUntil = Instant.MIN;

  /** How often the membership may have run out, so that others may have taken over its runs. */
  private final AtomicInteger lapses = new AtomicInteger();

  /** How many of these its runs were compared after. */
  private volatile int compared;

  @Inject
  public Lives(Routers routers, RouterName name, Timeouts timeouts) {
    this(routers, name, timeouts, new SteadyTime());
  }

  /**
   * Lives of a router.
   *
   * @param time only passes, whatever is done to the machine's clock
   */
  public Lives(Routers routers, RouterName name, Timeouts timeouts, InstantSource time) {
    this.routers = routers;
    this.name = name;
    this.timeouts = timeouts;
    this.time = time;
    beat();
  }

  /** The life that goes on; nothing until the journal has been reached for the first time. */
  public Optional<Life> current() {
    return Optional.ofNullable(current);
  }

  /** What comes of work in the life that goes on; a failure until there is one. */
  public <T> Uni<T> inCurrent(Function<Life, Uni<T>> work) {
    Life life = current;
    return life == null
        ? Uni.createFrom().failure(new JournalUnavailable("the journal has not been reached yet"))
        : work.apply(life);
  }

  /** When the first life begins. */
  public CompletableFuture<Void> begun() {
    return begun.copy();
  }

  /** Whether a life goes on, and the journal answered when it was last told so. */
  public boolean areHeard() {
    return current != null && !silent;
  }

  /**
   * Whether the runs of the life that goes on are surely its own: its membership holds, by this
   * machine's time, and has held since they were last compared with what the journal says.
   */
  public boolean isSure() {
    return areCompared() && isHeld();
  }

  /** How often the membership may have run out in all. */
  public int lapses() {
    return lapses.get();
  }

  /** Whether its runs were compared after that. */
  public boolean areCompared() {
    return compared == lapses.get();
  }

  /** Runs that others had taken over after so many lapses are given up. */
  public void compared(int after) {
    compared = after;
  }

  /** Which router owns which run. */
  public Routers routers() {
    return routers;
  }

  private void beat() {
    if (!over) {
      Instant sent = time.instant();
      // A renewal that hangs keeps nobody from the next one. One join after the other, since each
      // ends what the one before has begun.
      beaten()
          .ifNoItem()
          .after(current == null ? Routers.LEASE : PATIENCE)
          .fail()
          .subscribe()
          .with(held -> heard(held, sent), this::unheard);
    }
  }

  /** Whether the membership has held until now. */
  private Uni<Boolean> beaten() {
    Life life = current;
    return Uni.createFrom()
        .deferred(
            () ->
                life == null
                    ? routers.join(name.value()).invoke(this::begin).replaceWith(true)
                    : routers.renew(life.member()).map(held -> held && isHeld()));
  }

  /** Otherwise a renewal that got no answer may have been the first after the lease's end. */
  private boolean isHeld() {
    return time.instant().isBefore(holdsUntil);
  }

  private void begin(Membership member) {
    Log.infof("This router is %s, epoch %d", member.router(), member.epoch());
    current = new Life(member, routers.journal(member));
    begun.complete(null);
  }

  private void heard(boolean held, Instant sent) {
    if (!held) {
      Log.warn("This router's membership had run out: it compares its runs with the journal's");
      lapses.incrementAndGet();
    }
    holdsUntil = sent.plus(Routers.LEASE);
    if (silent) {
      Log.info("The journal can be reached again");
      silent = false;
    }
    again();
  }

  private void unheard(Throwable why) {
    if (why instanceof Fenced) {
      Log.warn("This router was declared dead, or another of its name has begun: it joins anew");
      lapses.incrementAndGet();
      current = null;
      beat();
      return;
    }
    if (!silent) {
      Log.warnf("The journal cannot be reached: %s", why);
      silent = true;
    }
    again();
  }

  private void again() {
    if (!over) {
      var _ = timeouts.scheduler().schedule(this::beat, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Others need not wait for the lease to run out. */
  void end(@Observes ShutdownEvent end) {
    over = true;
    Life life = current;
    if (life != null) {
      routers
          .leave(life.member())
          .subscribeAsCompletionStage()
          .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(unheard -> null)
          .join();
    }
  }
}
