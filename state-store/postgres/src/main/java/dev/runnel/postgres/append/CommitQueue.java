package dev.runnel.postgres.append;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.JournalUnavailable;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: calls wait here until a lane is free, which then takes along all that have
 * gathered. Nobody waits for company: a lone call goes at once.
 */
final class CommitQueue {

  private final CommitLimits limits;
  private final Deque<Call> waiting = new ArrayDeque<>();
  private final Deque<Lane> idle = new ArrayDeque<>();
  private long waitingBytes;

  /** Rows of calls that wait, and of those that are being written. */
  private int rows;

  private boolean closed;

  CommitQueue(CommitLimits limits, Store store) {
    this.limits = limits;
    IntStream.range(0, limits.lanes()).mapToObj(i -> new Lane(this, store)).forEach(idle::add);
  }

  /** Writes the rows; the answer comes after their commit. */
  Uni<List<Begin>> commit(@Nullable Appending appending, List<Beginning> beginnings) {
    return Uni.createFrom().emitter(answer -> add(new Call(appending, beginnings, answer)));
  }

  private void add(Call call) {
    if (!put(call)) {
      call.fail(refusal());
      return;
    }
    Lane lane = idle();
    if (lane != null) {
      lane.start();
    }
  }

  private synchronized RuntimeException refusal() {
    return closed
        ? new Fenced("this life of the router is over, or about to end")
        : new JournalUnavailable("more is to be written than the database takes");
  }

  /** One that needs to wake no other event loop, where there is one. */
  private synchronized @Nullable Lane idle() {
    Lane best = idle.peek();
    for (Lane lane : idle) {
      if (lane.isHere()) {
        best = lane;
        break;
      }
      if (lane.isNowhere()) {
        best = lane;
      }
    }
    idle.remove(best);
    return best;
  }

  /** Puts a call back, to be tried once more. */
  void repeat(Call call) {
    call.repeated = true;
    add(call);
  }

  /** Whether there was room for it. */
  private synchronized boolean put(Call call) {
    boolean tooLarge = waitingBytes + call.bytes > limits.waitingBytes() && !waiting.isEmpty();
    if (closed || tooLarge || waiting.size() >= limits.waitingCalls()) {
      return false;
    }
    waitingBytes += call.bytes;
    rows += call.rows();
    return waiting.add(call);
  }

  /**
   * The calls of the lane's next transaction, in the order in which they came; empty: there are
   * none, and the lane will be started again when one comes. No more than the lane's share: a lane
   * that took all would leave the others idle, and then wait for the database alone.
   *
   * @param written rows that the lane has written
   */
  synchronized List<Call> take(Lane lane, int written) {
    rows -= written;
    List<Call> group = gather(Math.min(limits.groupRows(), Math.ceilDiv(rows, limits.lanes())));
    if (group.isEmpty()) {
      idle.add(lane);
      if (closed) {
        lane.rest();
      }
    }
    return group;
  }

  private List<Call> gather(int mostRows) {
    var group = new ArrayList<Call>();
    var runs = new HashSet<String>();
    int taken = 0;
    long bytes = 0;
    while (!waiting.isEmpty()) {
      Call next = waiting.getFirst();
      taken += next.rows();
      bytes += next.bytes;
      boolean fits = taken <= mostRows && bytes <= limits.groupBytes();
      // A statement changes each row once: a further append to the same run goes with the next.
      boolean apart = next.appending == null || runs.add(next.appending.run());
      if (!group.isEmpty() && !(fits && apart)) {
        break;
      }
      group.add(waiting.removeFirst());
      waitingBytes -= next.bytes;
    }
    return group;
  }

  /** Takes nothing more; what waits is written, then the connections are given back. */
  synchronized void close() {
    closed = true;
    idle.forEach(Lane::rest);
  }
}
