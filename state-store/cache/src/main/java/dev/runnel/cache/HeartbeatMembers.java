package dev.runnel.cache;

import dev.runnel.cache.value.Heartbeat;
import dev.runnel.contract.coordination.Rendezvous;
import dev.runnel.contract.coordination.Suspicions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Members who know of each other by heartbeats alone: where routers have a store in common, but no
 * cluster of their own. Who is silent for {@link #ABSENT} is not there; the coordinator is who has
 * been there longest.
 */
public final class HeartbeatMembers implements Members, AutoCloseable {

  /** A silence that is an absence. */
  static final Duration ABSENT = Duration.ofSeconds(5);

  private static final int MOST = 1_000;

  /** What is known of another router: when its life began, and when it was heard last. */
  private record Sign(Instant since, long heard) {}

  private final Cache<Heartbeat> cache;
  private final String self;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Instant since;
  private final Suspicions suspicions = new Suspicions(Heartbeats.INTERVAL);
  private final Map<String, Sign> signs = new HashMap<>();
  private final Views views;
  private final Heartbeats heartbeats;

  /**
   * @param nanos as {@link System#nanoTime()} counts
   */
  public HeartbeatMembers(
      Cache<Heartbeat> cache, String self, InstantSource clock, LongSupplier nanos) {
    this.cache = cache;
    this.self = self;
    this.clock = clock;
    this.nanos = nanos;
    this.since = clock.instant();
    this.views = new Views(self, since);
    this.heartbeats = new Heartbeats(cache, self, since, this::heard);
  }

  /** Gives a sign of life, and looks who is silent; once each {@link Heartbeats#INTERVAL}. */
  public Uni<Write> beat() {
    look();
    return heartbeats.beat();
  }

  /** Says that no more signs will come. */
  public Uni<Write> leave() {
    return heartbeats.leave();
  }

  private void heard(String router) {
    suspicions.heard(router, nanos.getAsLong());
    cache
        .get(CacheKey.of(router))
        .subscribe()
        .with(found -> found.value().ifPresent(beat -> heard(router, beat)), failure -> {});
  }

  private synchronized void heard(String router, Heartbeat beat) {
    if (signs.containsKey(router) || signs.size() < MOST) {
      signs.put(router, new Sign(beat.since(), nanos.getAsLong()));
      look();
    }
  }

  private synchronized void look() {
    long latest = nanos.getAsLong() - ABSENT.toNanos();
    signs.values().removeIf(sign -> sign.heard() - latest < 0);
    suspicions.retain(signs.keySet());
    var lives = new HashMap<String, Instant>();
    signs.forEach((router, sign) -> lives.put(router, sign.since()));
    lives.put(self, since);
    List<String> members =
        lives.entrySet().stream()
            .sorted(
                Map.Entry.<String, Instant>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .map(Map.Entry::getKey)
            .toList();
    views.become(members, members.getFirst(), clock.instant());
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public View view() {
    return views.now();
  }

  @Override
  public List<View> history() {
    return views.history();
  }

  @Override
  public Subscription listen(Consumer<View> listener) {
    return views.listen(listener);
  }

  @Override
  public Optional<String> owner(CacheKey key) {
    return Optional.of(Rendezvous.owner(view().members(), key.group(), key.name()));
  }

  @Override
  public Map<String, Double> suspicion() {
    return suspicions.at(nanos.getAsLong());
  }

  @Override
  public void close() {
    heartbeats.close();
  }
}
