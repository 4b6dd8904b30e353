package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many runs there may be. */
@ConfigMapping(prefix = "runnel.runs")
public interface RunsConfig {

  /** Runs that are not over; more events are refused with 429. */
  @WithDefault("10000")
  int maxActive();

  /** Bytes of the data of events whose runs are not over; beyond it events are refused too. */
  @WithDefault("268435456")
  long maxActiveBytes();

  /** Runs of former lives and other routers that are taken up at a time. */
  @WithDefault("1000")
  int maxRecovering();

  /** Runs that are over and can still be asked about, where nothing but memory remembers. */
  @WithDefault("10000")
  int maxKept();

  /** Bytes of events and outcomes of runs that are over. */
  @WithDefault("268435456")
  long maxKeptBytes();
}
