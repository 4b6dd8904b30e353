package dev.runnel.cache;

import dev.runnel.cache.Sharing.WhenSplit;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.cache.value.CallStatistics;
import dev.runnel.cache.value.Forecast;
import dev.runnel.cache.value.FunctionCopy;
import dev.runnel.cache.value.Heartbeat;
import dev.runnel.cache.value.KeyedState;
import java.time.Duration;
import java.util.List;

/** All that copies are kept of. */
public final class Concerns {

  /** Functions and chains as the registry has them; key: the name. */
  public static final Concern<FunctionCopy> FUNCTIONS =
      new Concern<>(
          "functions",
          Sharing.replicated(WhenSplit.DENY),
          new Bound.Entries(20_000),
          Duration.ofDays(1),
          FunctionCopy.class);

  /** How a function was called lately; key: its name. */
  public static final Concern<CallStatistics> STATISTICS =
      new Concern<>(
          "statistics",
          Sharing.distributed(WhenSplit.GO_ON).keptOnDisk(),
          new Bound.Entries(20_000),
          Duration.ofDays(7),
          CallStatistics.class);

  /** What calls a function is expected to get; key: its name. */
  public static final Concern<Forecast> FORECASTS =
      new Concern<>(
          "forecasts",
          Sharing.distributed(WhenSplit.GO_ON),
          new Bound.Entries(20_000),
          Duration.ofHours(1),
          Forecast.class);

  /**
   * Answers of pure functions; key: the function, and a digest of all that the answer is made of.
   */
  public static final Concern<CachedAnswer> RESULTS =
      new Concern<>(
          "results",
          Sharing.distributed(WhenSplit.GO_ON).keptNear(),
          new Bound.Bytes(64L << 20),
          Duration.ofHours(1),
          CachedAnswer.class);

  /**
   * What functions remember under a key; key: the capability, and the key. Copies say themselves
   * until when they are used; what no journal has is kept as long as the concern allows.
   */
  public static final Concern<KeyedState> STATE =
      new Concern<>(
          "state",
          Sharing.distributed(WhenSplit.DENY).keptNear(),
          new Bound.Bytes(64L << 20),
          Duration.ofHours(1),
          KeyedState.class);

  /** Signs of life of routers; key: the router's name. */
  public static final Concern<Heartbeat> HEARTBEATS =
      new Concern<>(
          "heartbeats",
          Sharing.replicated(WhenSplit.GO_ON),
          new Bound.Entries(1_000),
          Duration.ofSeconds(10),
          Heartbeat.class);

  public static final List<Concern<?>> ALL =
      List.of(FUNCTIONS, STATISTICS, FORECASTS, RESULTS, STATE, HEARTBEATS);

  private Concerns() {}
}
