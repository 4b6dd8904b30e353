package dev.runnel.server;

import dev.runnel.contract.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every configuration key of the router that is Runnel's own. A key that is misspelt stops the
 * start.
 */
public final class RunnelConfig {

  private RunnelConfig() {}

  /** How large an event may be. */
  @ConfigMapping(prefix = "runnel.event")
  public interface Events {

    /** Bytes of the body. */
    @WithDefault("1048576")
    int maxBytes();

    @WithDefault("64")
    int maxAttributes();

    /** Bytes of one attribute's value. */
    @WithDefault("8192")
    int maxAttributeBytes();

    @WithDefault("64")
    int maxJsonDepth();

    @WithDefault("100")
    int maxJsonNumberDigits();

    @WithDefault("100000")
    int maxJsonTokens();

    /** Characters of one JSON key. */
    @WithDefault("1024")
    int maxJsonNameLength();

    default Limits limits() {
      return new Limits(
          maxBytes(),
          maxAttributes(),
          maxAttributeBytes(),
          maxJsonDepth(),
          maxJsonNumberDigits(),
          maxJsonTokens(),
          maxJsonNameLength());
    }
  }

  /** How large a batch may be; each event in it is as large as one event may be. */
  @ConfigMapping(prefix = "runnel.batch")
  public interface Batches {

    /** Bytes of the body. */
    @WithDefault("8388608")
    int maxBytes();

    /** Events of one batch. */
    @WithDefault("1000")
    int maxEvents();
  }

  /** How many connections there may be, and how slow. */
  @ConfigMapping(prefix = "runnel.http")
  public interface Http {

    /** Open connections; more are closed at once. */
    @WithDefault("10000")
    int maxConnections();

    /** From a connection's begin, or a head's first byte, to the head's end. */
    @WithDefault("PT10S")
    Duration headTime();

    /** From a head's end to its body's end. */
    @WithDefault("PT30S")
    Duration bodyTime();
  }

  /** How many runs there may be. */
  @ConfigMapping(prefix = "runnel.runs")
  public interface Runs {

    /** Runs that are not over; more events are refused with 429. */
    @WithDefault("10000")
    int maxActive();

    /** Runs that are over and can still be asked about. */
    @WithDefault("10000")
    int maxKept();

    /** Bytes of events and outcomes of runs that are over. */
    @WithDefault("268435456")
    long maxKeptBytes();
  }

  /** One run. */
  @ConfigMapping(prefix = "runnel.run")
  public interface OneRun {

    /** How long after it was accepted a run's open steps fail. */
    @WithDefault("PT24H")
    Duration deadline();
  }

  /** Where the functions come from. */
  @ConfigMapping(prefix = "runnel.functions")
  public interface Manifests {

    /** Manifest files; without any, those on the class path. */
    Optional<List<Path>> manifests();
  }
}
