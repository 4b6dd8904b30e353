package dev.runnel.server.retention;

import dev.runnel.journal.Retention.Terms;
import dev.runnel.server.config.RetentionConfig;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long runs are kept, and how often is looked for old ones; what cannot work stops the start.
 */
@Singleton
class RetentionTerms {

  private static final Duration LEAST_PERIOD = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Terms terms;
  private final Duration every;

  RetentionTerms(RetentionConfig config) {
    Duration duplicates = config.duplicates();
    Duration hot = config.hot();
    Duration compacted = config.compacted();
    if (duplicates.isNegative()
        || duplicates.compareTo(hot) > 0
        || hot.compareTo(compacted) > 0
        || compacted.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "runnel.retention.duplicates is %s, .hot %s and .compacted %s, expected each to be at least the one before, and the last at most %s"
              .formatted(duplicates, hot, compacted, LONGEST));
    }
    if (config.every().compareTo(LEAST_PERIOD) < 0 || config.every().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "runnel.retention.every is %s, expected %s to %s"
              .formatted(config.every(), LEAST_PERIOD, LONGEST));
    }
    this.terms = new Terms(duplicates, hot, compacted);
    this.every = config.every();
  }

  Terms terms() {
    return terms;
  }

  Duration every() {
    return every;
  }
}
