package dev.runnel.bench;

/**
 * What a PostgreSQL server has done, or for one run, has to do.
 *
 * @param commits transactions that changed something
 * @param rows that were inserted, updated or deleted
 * @param fsyncs of the write-ahead log
 * @param bytes of the write-ahead log
 */
record Counts(double commits, double rows, double fsyncs, double bytes) {

  Counts since(Counts before) {
    return new Counts(
        commits - before.commits, rows - before.rows, fsyncs - before.fsyncs, bytes - before.bytes);
  }

  Counts each(long runs) {
    return new Counts(commits / runs, rows / runs, fsyncs / runs, bytes / runs);
  }
}
