package dev.runnel.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How well a {@link SteadyCaller} was served in one turn.
 *
 * @param p50 half of its requests were answered within so many microseconds
 * @param p99 99 of 100 were
 * @param answered requests that were answered with 200
 * @param failed all others
 */
record Steadiness(long p50, long p99, long answered, long failed) {

  static Steadiness of(Histogram latencies, int failed) {
    return new Steadiness(
        TimeUnit.NANOSECONDS.toMicros(latencies.getValueAtPercentile(50)),
        TimeUnit.NANOSECONDS.toMicros(latencies.getValueAtPercentile(99)),
        latencies.getTotalCount(),
        failed);
  }

  /** As one process tells another. */
  String line() {
    return p50 + " " + p99 + " " + answered + " " + failed;
  }

  static Steadiness read(String line) {
    String[] fields = line.split(" ", -1);
    return new Steadiness(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]));
  }
}
