package dev.runnel.engine.run;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.Retry;
import dev.runnel.engine.run.Failure.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What follows from a failed call: another one, a fallback, or the admission that nobody knows. */
final class RetryRule {

  /** Statuses below 500 after which another attempt makes sense; every 5xx joins them. */
  private static final Set<Integer> RETRYABLE = Set.of(404, 408, 409, 425, 429);

  /** Doubling more often than this passes every limit of a wait, and must not overflow. */
  private static final int MAX_DOUBLINGS = 30;

  /** What follows. */
  sealed interface Verdict {

    record TryAgain(Instant due) implements Verdict {}

    record GiveUp() implements Verdict {}

    record Unknown() implements Verdict {}
  }

  private RetryRule() {}

  /**
   * @param tries calls of this function so far, the failed one included
   */
  static Verdict verdict(
      FunctionManifest function, Failure failure, int tries, Instant now, RandomGenerator random) {
    if (function.effects() == Effects.ONCE && failure.certainty() == Certainty.UNKNOWN) {
      return new Verdict.Unknown();
    }
    boolean mayRepeat =
        function.effects() != Effects.ONCE || failure.certainty() == Certainty.NOT_RUN;
    if (!mayRepeat || !isRetryable(failure) || tries >= function.retry().attempts()) {
      return new Verdict.GiveUp();
    }
    Duration wait = wait(function.retry(), tries, random);
    Duration asked = failure.retryAfter();
    boolean askedForMore = asked != null && asked.compareTo(wait) > 0;
    return new Verdict.TryAgain(now.plus(askedForMore ? asked : wait));
  }

  private static boolean isRetryable(Failure failure) {
    int status = failure.problem().status();
    return status >= 500 || RETRYABLE.contains(status);
  }

  /** The wait after this many tries: backoff, bounded, then full jitter as {@link Retry} says. */
  static Duration wait(Retry retry, int tries, RandomGenerator random) {
    long factor =
        switch (retry.backoff()) {
          case CONSTANT -> 1;
          case LINEAR -> tries;
          case EXPONENTIAL -> 1L << Math.min(tries - 1, MAX_DOUBLINGS);
        };
    Duration room = retry.max().dividedBy(factor);
    Duration wait =
        retry.delay().compareTo(room) > 0 ? retry.max() : retry.delay().multipliedBy(factor);
    return retry.jitter() ? Duration.ofNanos((long) (wait.toNanos() * random.nextDouble())) : wait;
  }
}
