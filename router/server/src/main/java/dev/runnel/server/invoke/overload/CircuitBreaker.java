package dev.runnel.server.invoke.overload;

import dev.runnel.engine.queue.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * Keeps calls away from a function that fails. Closed, it lets all through and counts the last ones
 * that failed; open, it lets none through until a pause is over; then half open, it lets one
 * through, the probe, whose end closes it or opens it for twice the pause. Safe for any thread.
 */
public final class CircuitBreaker {

  /** While a probe is under way, whoever is refused may ask again after this, or a pause. */
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(1);

  /**
   * When it opens, and for how long.
   *
   * @param calls how many of the last ones are looked at
   * @param failures how many of them must have failed
   * @param pause the first
   * @param longest pauses grow up to this
   */
  public record Rule(int calls, int failures, Duration pause, Duration longest) {

    public Rule {
      if (failures < 1 || failures > calls || pause.isNegative() || pause.isZero()) {
        throw new IllegalArgumentException(
            "a breaker that opens at %d of %d calls, for %s; expected 1 to as many, and a while"
                .formatted(failures, calls, pause));
      }
    }
  }

  /** What it says to a call. */
  public sealed interface Answer {

    /** Go on, and report what came of it. */
    record Admitted(long state) implements Answer {}

    /** Not before this. */
    record Refused(Instant probeAt) implements Answer {}
  }

  /** What a call says about its function. */
  public enum Report {
    WORKED,
    FAILED,
    /** Nothing: it was given up, or never made. */
    NOTHING
  }

  private sealed interface State {

    record Closed() implements State {}

    record Open(Instant until, Duration pause) implements State {}

    record HalfOpen(Duration pause) implements State {}
  }

  private final Rule rule;
  private final BitSet failed;
  private State state = new State.Closed();

  /** Counts the changes of state; what a call reports of an earlier one is not news. */
  private long states;

  /** Where in the ring of the last calls the next one is noted. */
  private int place;

  public CircuitBreaker(Rule rule) {
    this.rule = rule;
    this.failed = new BitSet(rule.calls());
  }

  /** Whether a call may be made now. */
  public synchronized Answer ask(Instant now) {
    return switch (state) {
      case State.Closed() -> new Answer.Admitted(states);
      case State.Open(Instant until, _) when now.isBefore(until) -> new Answer.Refused(until);
      case State.Open(_, Duration pause) -> {
        become(new State.HalfOpen(pause));
        yield new Answer.Admitted(states);
      }
      case State.HalfOpen(Duration pause) -> new Answer.Refused(now.plus(patience(pause)));
    };
  }

  /** What it would say, were it asked. */
  public synchronized Passage passage(Instant now) {
    return switch (state) {
      case State.Closed() -> Passage.FREE;
      case State.Open(Instant until, _) when now.isBefore(until) ->
          new Passage.Barred(Duration.between(now, until), states);
      case State.Open _ -> new Passage.OneProbe();
      case State.HalfOpen _ -> new Passage.Probing();
    };
  }

  /** What came of a call that was admitted. */
  public synchronized void report(Answer.Admitted call, Report report, Instant now) {
    if (call.state() != states) {
      return;
    }
    switch (state) {
      case State.Closed() -> count(report, now);
      case State.HalfOpen(Duration pause) -> {
        switch (report) {
          case WORKED -> close();
          case FAILED -> open(now, twice(pause));
          case NOTHING -> become(new State.Open(now, pause)); // the next call is the probe
        }
      }
      case State.Open _ -> throw new IllegalStateException("an open breaker admits nothing");
    }
  }

  private void count(Report report, Instant now) {
    if (report == Report.NOTHING) {
      return;
    }
    failed.set(place, report == Report.FAILED);
    place = (place + 1) % rule.calls();
    if (report == Report.FAILED && failed.cardinality() >= rule.failures()) {
      open(now, rule.pause());
    }
  }

  private void open(Instant now, Duration pause) {
    become(new State.Open(now.plus(pause), pause));
  }

  private void close() {
    failed.clear();
    place = 0;
    become(new State.Closed());
  }

  private void become(State next) {
    state = next;
    states++;
  }

  private Duration twice(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(rule.longest()) < 0 ? twice : rule.longest();
  }

  private static Duration patience(Duration pause) {
    return pause.compareTo(PROBE_PATIENCE) < 0 ? pause : PROBE_PATIENCE;
  }
}
