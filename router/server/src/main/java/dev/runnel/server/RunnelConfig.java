package dev.runnel.server;

import dev.runnel.contract.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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

  /** One run. */
  @ConfigMapping(prefix = "runnel.run")
  public interface OneRun {

    /** How long after it was accepted a run's open steps fail. */
    @WithDefault("PT24H")
    Duration deadline();

    /** How long calls of functions that may be repeated can go unwritten. */
    @WithDefault("PT0.05S")
    Duration commitWithin();
  }

  /** How long runs that are over are kept. */
  @ConfigMapping(prefix = "runnel.retention")
  public interface Retention {

    /** All of a run, from its end. */
    @WithDefault("P7D")
    Duration hot();

    /** What lists show of it, from its end. */
    @WithDefault("P90D")
    Duration compacted();

    /** How often is looked for old runs. */
    @WithDefault("PT1H")
    Duration every();

    /** How long an event is known again. */
    @WithDefault("PT24H")
    Duration duplicates();
  }

  /** The router's end. */
  @ConfigMapping(prefix = "runnel.drain")
  public interface Draining {

    /** How long calls that go on have to end when the router is told to; then they are cut off. */
    @WithDefault("PT20S")
    Duration grace();
  }

  /** Those who read a run's events while they happen. */
  @ConfigMapping(prefix = "runnel.streams")
  public interface Streams {

    /** Open at the same time; more are refused with 429. */
    @WithDefault("1000")
    int maxOpen();

    /** After so long a sign of life is sent, whether or not anything has happened. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** A reader that takes nothing for so long is cut off. */
    @WithDefault("PT30S")
    Duration patience();
  }

  /** Answers to those who posted. */
  @ConfigMapping(prefix = "runnel.reply")
  public interface Answers {

    /** How long the answer to {@code Prefer: reply} waits for the run's end, at most PT60S. */
    @WithName("wait")
    @WithDefault("PT10S")
    Duration longestWait();
  }

  /** Senders that ask before they send. */
  @ConfigMapping(prefix = "runnel.webhook")
  public interface WebHooks {

    /** Those that get consent, as {@code WebHook-Request-Origin} names them; {@code *} is any. */
    Optional<List<String>> origins();

    /** The most deliveries in a minute that one of them is granted. */
    @WithDefault("120")
    int rate();
  }

  /** Where the functions come from. */
  @ConfigMapping(prefix = "runnel.functions")
  public interface Manifests {

    /** Manifest files; without any, those on the class path. */
    Optional<List<Path>> manifests();

    /** Functions and chains that may be put at run time, beside those of the capabilities. */
    @WithDefault("10000")
    int maxPut();
  }

  /** The functions' queues. */
  @ConfigMapping(prefix = "runnel.queues")
  public interface Queues {

    /** Whether a function gets only so many calls at the same time. */
    @WithDefault("true")
    boolean limitConcurrency();
  }

  /** What stands between calls and their functions. */
  @ConfigMapping(prefix = "runnel.guards")
  public interface Guards {

    Breaker breaker();

    /** How the next of a function's URLs is chosen. */
    @WithDefault("least-connections")
    Strategy balancing();

    Ejection ejection();

    Health health();
  }

  /** When a function that fails is left alone. */
  public interface Breaker {

    @WithDefault("true")
    boolean enabled();

    /** How many of the last calls are looked at. */
    @WithDefault("20")
    int calls();

    /** How many of them must have failed. */
    @WithDefault("10")
    int failures();

    /** How long the first pause is; each failed probe doubles it. */
    @WithDefault("PT5S")
    Duration pause();

    @WithDefault("PT1M")
    Duration longestPause();
  }

  /** When one of several URLs is left alone. */
  public interface Ejection {

    /** Failures in a row; 0 never leaves one alone. */
    @WithDefault("3")
    int failures();

    /** How long the first pause is; each further one doubles. */
    @WithDefault("PT5S")
    Duration pause();

    @WithDefault("PT1M")
    Duration longestPause();
  }

  /** Requests that ask whether a URL is well. */
  public interface Health {

    /** What is asked for; without it, nothing is asked. */
    Optional<String> path();

    @WithDefault("PT10S")
    Duration interval();

    /** How long an answer is waited for. */
    @WithDefault("PT2S")
    Duration timeout();
  }

  /** A way to choose between a function's URLs. */
  public enum Strategy {
    ROUND_ROBIN,
    LEAST_CONNECTIONS,
    WEIGHTED_RESPONSE_TIME
  }

  /** Where single functions live. */
  @ConfigMapping(prefix = "runnel.placements")
  public interface Placements {

    @WithParentName
    Map<String, Placement> byFunction();
  }

  /** Where one function lives, and what is special about calling it. */
  public interface Placement {

    /** In place of where its manifest says. */
    Optional<List<String>> urls();

    /** Calls at the same time, all its URLs together. */
    OptionalInt concurrency();

    /** Calls in a second, all its URLs together; without it, as many as may be. */
    OptionalDouble rate();

    /** Calls at once after a pause, where there is a rate; without it, a second's worth. */
    OptionalInt burst();

    Optional<Strategy> balancing();

    /** What is asked for to see whether its URLs are well. */
    @WithName("health-path")
    Optional<String> health();
  }

  /** Where calls may go. */
  @ConfigMapping(prefix = "runnel.egress")
  public interface Egress {

    /** Hosts, {@code *.suffix}, {@code host:port}, addresses and networks. */
    @WithDefault("localhost")
    List<String> allow();
  }

  /** Calls over HTTP. */
  @ConfigMapping(prefix = "runnel.calls")
  public interface Calls {

    /** Connections to one URL. */
    @WithDefault("256")
    int connections();

    /** Calls that wait for one of them. */
    @WithDefault("256")
    int waiting();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long a connection that nobody uses is kept. */
    @WithDefault("PT15S")
    Duration keepAlive();

    /** Bytes of an answer's headers. */
    @WithDefault("65536")
    int maxHeaderBytes();
  }
}
