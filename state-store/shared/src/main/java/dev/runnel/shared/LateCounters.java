package dev.runnel.shared;

import dev.runnel.cache.Counter;
import dev.runnel.cache.Counters;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counters that know no number until others have come, which then count. */
final class LateCounters implements Counters {

  private volatile @Nullable Counters arrived;

  void arrive(Counters counters) {
    arrived = counters;
  }

  @Override
  public Uni<OptionalLong> add(Counter counter, long delta) {
    Counters now = arrived;
    return now == null ? unknown() : now.add(counter, delta);
  }

  @Override
  public Uni<OptionalLong> get(Counter counter) {
    Counters now = arrived;
    return now == null ? unknown() : now.get(counter);
  }

  private static Uni<OptionalLong> unknown() {
    return Uni.createFrom().item(OptionalLong.empty());
  }
}
