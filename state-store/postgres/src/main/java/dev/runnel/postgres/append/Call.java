package dev.runnel.postgres.append;

import dev.runnel.journal.Journal.Begin;
import dev.runnel.postgres.group.Waiting;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One call of the journal, which waits for its commit: all its rows are written, or none. */
final class Call implements Waiting {

  /** A rough share for the columns beside a body. */
  private static final int ROW_BYTES = 200;

  final @Nullable Appending appending;
  final List<Beginning> beginnings;
  private final long bytes;
  private final UniEmitter<? super List<Begin>> answer;
  private boolean repeated;

  Call(
      @Nullable Appending appending,
      List<Beginning> beginnings,
      UniEmitter<? super List<Begin>> answer) {
    this.appending = appending;
    this.beginnings = beginnings;
    this.answer = answer;
    long sum = appending == null ? 0 : ROW_BYTES + appending.body().length();
    for (Beginning beginning : beginnings) {
      sum += ROW_BYTES + beginning.body().length();
    }
    this.bytes = sum;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  /** A statement changes each row once: a further append to the same run goes with the next. */
  @Override
  public @Nullable String apart() {
    return appending == null ? null : appending.run();
  }

  /** Whether it may be written once more; it may so once. */
  boolean repeat() {
    boolean first = !repeated;
    repeated = true;
    return first;
  }

  @Override
  public int rows() {
    return beginnings.size() + (appending == null ? 0 : 1);
  }

  /** Whether it takes or leaves a place in a line. */
  boolean changesPlaces() {
    if (appending != null && !(appending.taken().isEmpty() && appending.left().isEmpty())) {
      return true;
    }
    for (Beginning beginning : beginnings) {
      if (!beginning.taken().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Places that it takes: the run's that goes on, then those of the runs that begin. */
  Stream<Spot> taken() {
    return Stream.concat(
        appending == null ? Stream.empty() : appending.taken().stream(),
        beginnings.stream().flatMap(it -> it.taken().stream()));
  }

  Stream<Spot> left() {
    return appending == null ? Stream.empty() : appending.left().stream();
  }

  void succeed(List<Begin> begins) {
    answer.complete(begins);
  }

  @Override
  public void fail(Throwable why) {
    answer.fail(why);
  }
}
