package dev.runnel.infinispan.shape;

import dev.runnel.cache.Counter;
import dev.runnel.cache.Counters;
import dev.runnel.cache.LimitedCalls;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.infinispan.counter.api.CounterConfiguration;
import org.infinispan.counter.api.CounterManager;
import org.infinispan.counter.api.CounterType;

/**
 * Infinispan's counters: strong ones where each value counts, weak ones where only the sum does.
 */
public final class SharedCounters implements Counters {

  /** One counter, as its kind adds and is read. */
  private interface Sum {

    CompletionStage<OptionalLong> add(long delta);

    CompletionStage<OptionalLong> get();
  }

  private final CounterManager counters;
  private final String owner;
  private final LimitedCalls calls;
  private final Map<Counter, Sum> known = new ConcurrentHashMap<>();

  /**
   * @param owner of the counters, which their names begin with: others may count there too
   */
  public SharedCounters(CounterManager counters, String owner, LimitedCalls calls) {
    this.counters = counters;
    this.owner = owner;
    this.calls = calls;
  }

  @Override
  public Uni<OptionalLong> add(Counter counter, long delta) {
    return with(counter, sum -> sum.add(delta));
  }

  @Override
  public Uni<OptionalLong> get(Counter counter) {
    return with(counter, Sum::get);
  }

  /** Lets go of one that nobody needs any more, wherever it is kept. Does not wait for it. */
  public void forget(Counter counter) {
    if (known.remove(counter) != null) {
      calls
          .call(() -> Blocking.run(() -> removed(counter)), reason -> OptionalLong.empty())
          .subscribe()
          .with(nothing -> {}, failure -> {});
    }
  }

  private OptionalLong removed(Counter counter) {
    counters.remove(name(counter));
    return OptionalLong.empty();
  }

  private Uni<OptionalLong> with(
      Counter counter, Function<Sum, CompletionStage<OptionalLong>> use) {
    return calls.call(() -> used(counter, use), reason -> OptionalLong.empty());
  }

  private CompletionStage<OptionalLong> used(
      Counter counter, Function<Sum, CompletionStage<OptionalLong>> use) {
    Sum sum = known.get(counter);
    return sum == null ? Blocking.run(() -> defined(counter)).thenCompose(use) : use.apply(sum);
  }

  /** Defining blocks, and does nothing where another router has done it. */
  private Sum defined(Counter counter) {
    if (known.size() >= MOST && !known.containsKey(counter)) {
      throw new IllegalStateException("%d counters are known already".formatted(MOST));
    }
    String name = name(counter);
    counters.defineCounter(name, configuration(counter));
    Sum sum = counter.exact() ? strong(name) : weak(name);
    known.put(counter, sum);
    return sum;
  }

  private Sum strong(String name) {
    var strong = counters.getStrongCounter(name);
    return new Sum() {
      @Override
      public CompletionStage<OptionalLong> add(long delta) {
        return strong.addAndGet(delta).thenApply(OptionalLong::of);
      }

      @Override
      public CompletionStage<OptionalLong> get() {
        return strong.getValue().thenApply(OptionalLong::of);
      }
    };
  }

  private Sum weak(String name) {
    var weak = counters.getWeakCounter(name);
    return new Sum() {
      @Override
      public CompletionStage<OptionalLong> add(long delta) {
        return weak.add(delta).thenCompose(nothing -> get());
      }

      @Override
      public CompletionStage<OptionalLong> get() {
        return Blocking.run(() -> OptionalLong.of(weak.getValue()));
      }
    };
  }

  /** Two of one name are two counters where they count in another way. */
  private String name(Counter counter) {
    return "%s %s %s %s"
        .formatted(owner, counter.exact() ? "exact" : "sum", counter.window(), counter.name());
  }

  private static CounterConfiguration configuration(Counter counter) {
    if (!counter.exact()) {
      return CounterConfiguration.builder(CounterType.WEAK).build();
    }
    var exact = CounterConfiguration.builder(CounterType.UNBOUNDED_STRONG);
    if (!counter.window().isZero()) {
      exact.lifespan(Math.max(1, counter.window().toMillis()));
    }
    return exact.build();
  }
}
