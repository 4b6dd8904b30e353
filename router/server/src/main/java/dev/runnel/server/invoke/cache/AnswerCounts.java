package dev.runnel.server.invoke.cache;

import dev.runnel.cache.Lookup;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.server.metrics.FunctionLabel;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How often an answer was there to be used again, by function: what metrics tell. */
@Singleton
public class AnswerCounts {

  private static final String METER = "runnel.result.cache";

  private final FunctionLabel label = new FunctionLabel();
  private final MeterRegistry meters;

  public AnswerCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Counts one look.
   *
   * @param used whether what was found could be used
   */
  public void add(String function, Lookup<CachedAnswer> found, boolean used) {
    String outcome =
        switch (found) {
          case Lookup.Hit<CachedAnswer> _ -> used ? "hit" : "unreadable";
          case Lookup.Miss<CachedAnswer> _ -> "miss";
          case Lookup.Unavailable<CachedAnswer> _ -> "unavailable";
        };
    meters.counter(METER, "function", label.of(function), "outcome", outcome).increment();
  }
}
