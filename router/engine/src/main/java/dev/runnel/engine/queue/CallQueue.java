package dev.runnel.engine.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One function's queue. A call enters it, leaves it for the function when it is the first
 * {@linkplain AgeingQueue in line} and every {@link Limit} has room for it, and is reported when it
 * has ended or is not wanted any more. Nobody is refused here.
 *
 * <p>The function's breaker does refuse. It is asked by each call when it is made; here it only
 * says how it stands, so that a queue does not run into it, call by call:
 *
 * <ul>
 *   <li>A call that has a fallback left goes to a breaker that refuses it at once, ahead of
 *       everybody and past all limits, be it that the breaker opened while it waited.
 *   <li>The others stay in line while the breaker pauses, at no cost. Then one goes, the probe, and
 *       if the breaker closes, all.
 *   <li>That a function pauses is known from a call that was refused. So of those who wait one is
 *       sent to be refused in each pause, and so is whoever finds nobody waiting.
 * </ul>
 *
 * <p>Not thread-safe. A breaker that changes its mind between a word here and a call may let a call
 * through that counts towards no limit; that is at most one in a pause.
 *
 * @param <T> a call, which is equal to itself only
 */
public final class CallQueue<T> {

  /** Nobody has been sent to a breaker that pauses. */
  private static final long NO_PAUSE = -1;

  private final List<Limit> limits;
  private final AgeingQueue<T> line = new AgeingQueue<>();

  /** Those in line who need not wait for a breaker. */
  private final Set<T> withFallback = new LinkedHashSet<>();

  /** Those who have left and count towards the limits. */
  private final Set<T> counted = new HashSet<>();

  /** Those who have left to be refused, and count towards none. */
  private final Set<T> sent = new HashSet<>();

  /** Who was sent to end a breaker's pause. */
  private @Nullable T probe;

  /** The last pause that somebody was refused in. */
  private long pauseTold = NO_PAUSE;

  public CallQueue(List<Limit> limits) {
    this.limits = List.copyOf(limits);
  }

  /**
   * A call is wanted.
   *
   * @param priority 0 to 9, 9 first
   * @param hasFallback whether something is called in its place if a breaker refuses it
   */
  public Departure<T> enter(
      T call, int priority, boolean hasFallback, Passage passage, Instant now) {
    if (line.isEmpty()) {
      if (passage instanceof Passage.Free && missing(now).isZero()) {
        count(call, now);
        return new Departure<>(List.of(call), null);
      }
      pauseTold = NO_PAUSE;
    }
    line.add(call, priority, now);
    if (hasFallback) {
      withFallback.add(call);
    }
    return look(passage, now);
  }

  /** A call has ended, or is not wanted any more. Nothing comes of it if it was reported before. */
  public Departure<T> leave(T call, Passage passage, Instant now) {
    if (counted.remove(call)) {
      limits.forEach(Limit::giveBack);
    } else if (!sent.remove(call) && line.remove(call)) {
      withFallback.remove(call);
    }
    if (call.equals(probe)) {
      probe = null;
    }
    return look(passage, now);
  }

  /** Time has passed. */
  public Departure<T> look(Passage passage, Instant now) {
    if (line.isEmpty()) {
      return new Departure<>(List.of(), null);
    }
    return switch (passage) {
      case Passage.Free _ -> asManyAsMay(now);
      case Passage.OneProbe _ when probe == null -> oneProbe(now);
      case Passage.OneProbe _, Passage.Probing _ -> new Departure<>(refused(), null);
      case Passage.Barred(Duration left, long pause) -> barred(left, pause);
    };
  }

  /** Whether nobody is in it, nor has left it for a call that goes on. */
  public boolean isIdle() {
    return line.isEmpty() && counted.isEmpty() && sent.isEmpty();
  }

  private Departure<T> asManyAsMay(Instant now) {
    var calls = new ArrayList<T>();
    Duration missing = missing(now);
    while (missing.isZero() && !line.isEmpty()) {
      calls.add(first(now));
      missing = missing(now);
    }
    return new Departure<>(calls, next(missing));
  }

  private Departure<T> oneProbe(Instant now) {
    Duration missing = missing(now);
    if (!missing.isZero()) {
      return new Departure<>(refused(), next(missing));
    }
    T first = first(now);
    probe = first;
    List<T> calls = new ArrayList<>(List.of(first));
    calls.addAll(refused());
    return new Departure<>(calls, null);
  }

  private Departure<T> barred(Duration left, long pause) {
    List<T> calls = refused();
    T first = pauseTold == pause ? null : line.poll();
    if (first != null) {
      calls.add(first);
      sent.add(first);
    }
    pauseTold = pause;
    return new Departure<>(calls, line.isEmpty() ? null : left);
  }

  /** Takes those out of the line whom the breaker is to refuse, so that they fall back. */
  private List<T> refused() {
    var calls = new ArrayList<>(withFallback);
    withFallback.clear();
    calls.forEach(line::remove);
    sent.addAll(calls);
    return calls;
  }

  private T first(Instant now) {
    T first = line.poll();
    if (first == null) {
      throw new IllegalStateException("the first of an empty line");
    }
    withFallback.remove(first);
    count(first, now);
    return first;
  }

  private void count(T call, Instant now) {
    counted.add(call);
    for (Limit limit : limits) {
      limit.take(now);
    }
  }

  /** The longest of what the limits say. */
  private Duration missing(Instant now) {
    Duration longest = Duration.ZERO;
    for (Limit limit : limits) {
      Duration missing = limit.missing(now);
      if (missing.compareTo(longest) > 0) {
        longest = missing;
      }
    }
    return longest;
  }

  private @Nullable Duration next(Duration missing) {
    return line.isEmpty() || missing.equals(Limit.UNTIL_ONE_ENDS) ? null : missing;
  }
}
