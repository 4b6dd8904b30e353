package dev.runnel.bench;

import org.HdrHistogram.Histogram;

/**
 * What callers got in one turn.
 *
 * @param count how many answers
 * @param seconds from the first request to the last answer
 * @param p50 half of them came within so many microseconds
 * @param p99 99 of 100 did
 */
record Answers(long count, double seconds, double p50, double p99) {

  private static final double MICROS = 1_000;
  private static final double MILLIS = 1_000;

  /** Of latencies in nanoseconds, between the time stamps that they carry. */
  static Answers of(Histogram latencies) {
    return new Answers(
        latencies.getTotalCount(),
        (latencies.getEndTimeStamp() - latencies.getStartTimeStamp()) / MILLIS,
        latencies.getValueAtPercentile(50) / MICROS,
        latencies.getValueAtPercentile(99) / MICROS);
  }

  /** As a process with callers in it tells another. */
  static Answers read(String line) {
    String[] fields = line.split(" ", -1);
    return new Answers(
        Long.parseLong(fields[0]),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]));
  }
}
