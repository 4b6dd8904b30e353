package dev.runnel.faults.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which something was broken, or its consequences were still being mended. Calls that
 * touch it may have been made twice.
 *
 * @param ofCalls whether it was calls themselves that broke, and not only what was known of them
 * @param ofOwners whether a router that has lost its runs may have called for them all the same
 */
public record Window(Instant from, Instant to, boolean ofCalls, boolean ofOwners) {

  /** What is done may go unwritten for 50 ms, and a commit takes its time on a busy machine. */
  private static final Duration UNWRITTEN = Duration.ofSeconds(2);

  /** Those who wait, and those who have been delayed, are behind it by then. */
  private static final Duration AFTER = Duration.ofSeconds(1);

  /** How long a breaker that opened in it keeps calls away from a function. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** That of what explains nothing: whoever announces its end has the time to end well. */
  public static final Window NONE = new Window(Instant.MAX, Instant.MIN, false, false);

  /** The window of a fault that was there from then to then. */
  public static Window of(Instant injected, Instant mended) {
    return of(injected, mended, false, false);
  }

  /**
   * The window of a fault of the functions. A call that was sent to functions that stood still
   * begins when they do not any more, and may end when its time is over: it counts from its begin.
   */
  public static Window ofCalls(Instant injected, Instant mended) {
    return of(injected, mended, true, false);
  }

  /**
   * The window of a fault of one of several routers: what it had begun is called for by others,
   * too.
   */
  public static Window ofOwners(Instant injected, Instant mended) {
    return of(injected, mended, false, true);
  }

  /** The window of a fault in which routers were cut off from the functions and from each other. */
  public static Window ofCut(Instant injected, Instant mended) {
    return of(injected, mended, true, true);
  }

  private static Window of(Instant injected, Instant mended, boolean ofCalls, boolean ofOwners) {
    return new Window(injected.minus(UNWRITTEN), mended.plus(AFTER), ofCalls, ofOwners);
  }

  /**
   * Whether a call may have been made again although it had not failed.
   *
   * @param call the beginning of it
   * @param ended null: it never did
   * @param again the beginning of the next one for the same effect
   */
  boolean mayRepeat(Entry call, @Nullable Instant ended, Entry again) {
    if (ended == null) {
      return touches(call.at(), again.at());
    }
    boolean anyEnd = ofCalls || isTakenUp(call, again);
    return mayBeStale(call, again) || (anyEnd ? touches(call.at(), ended) : holds(ended));
  }

  /**
   * Whether the later call may have been made by a router that had lost the run to the other's, and
   * was not told so: that is when it has something to write.
   */
  boolean mayBeStale(Entry call, Entry again) {
    return ofOwners && again.epoch() < call.epoch() && !again.at().isBefore(from);
  }

  /** Who has lost the run meanwhile does not record what a call of its own answers, ever. */
  private static boolean isTakenUp(Entry call, Entry again) {
    return again.epoch() > call.epoch();
  }

  /**
   * Whether a function may have been given up, without being called, at this moment. A breaker's
   * pause doubles while the functions cannot be reached: it may last as long as they could not.
   */
  boolean mayRefuse(Instant moment) {
    Duration pause = ofOwners ? PAUSE.plus(Duration.between(from, to)) : PAUSE;
    return ofCalls && !moment.isBefore(from) && !moment.isAfter(to.plus(pause));
  }

  boolean holds(Instant moment) {
    return touches(moment, moment);
  }

  private boolean touches(Instant begin, Instant end) {
    return !end.isBefore(from) && !begin.isAfter(to);
  }
}
