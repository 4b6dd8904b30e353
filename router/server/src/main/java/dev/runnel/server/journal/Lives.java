package dev.runnel.server.journal;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Membership;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import dev.runnel.server.Timeouts;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this router a member: joins, renews its membership each second, and joins again when it was
 * declared dead, since its runs are others' then.
 */
@Singleton
@Startup
public class Lives {

  /** Several times within {@link Routers#LEASE}, so that one late answer does no harm. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** How long the end waits for the journal to take note of it. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Routers routers;
  private final RouterName name;
  private final Timeouts timeouts;
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private volatile @Nullable Life current;
  private volatile boolean over;
  private volatile boolean silent;

  public Lives(Routers routers, RouterName name, Timeouts timeouts) {
    this.routers = routers;
    this.name = name;
    this.timeouts = timeouts;
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

  /** Which router owns which run. */
  public Routers routers() {
    return routers;
  }

  private void beat() {
    if (!over) {
      // A renewal that hangs keeps nobody from the next one.
      beaten()
          .ifNoItem()
          .after(Routers.LEASE)
          .fail()
          .subscribe()
          .with(done -> heard(), this::unheard);
    }
  }

  private Uni<Void> beaten() {
    Life life = current;
    return Uni.createFrom()
        .deferred(
            () ->
                life == null
                    ? routers.join(name.value()).invoke(this::begin).replaceWithVoid()
                    : routers.renew(life.member()));
  }

  private void begin(Membership member) {
    Log.infof("This router is %s, epoch %d", member.router(), member.epoch());
    current = new Life(member, routers.journal(member));
    begun.complete(null);
  }

  private void heard() {
    if (silent) {
      Log.info("The journal can be reached again");
      silent = false;
    }
    again();
  }

  private void unheard(Throwable why) {
    if (why instanceof Fenced) {
      Log.warn("This router was declared dead, or another of its name has begun: it joins anew");
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
