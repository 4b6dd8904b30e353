package dev.runnel.postgres.group;

import dev.runnel.journal.JournalUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: calls wait here until a lane is free, which then takes along all that have
 * gathered. Nobody waits for company: a lone call goes at once.
 */
public final class GroupQueue<C extends Waiting, W> {

  private final CommitLimits limits;
  private final Groups<C, W> groups;
  private final Deque<C> waiting = new ArrayDeque<>();
  private final Deque<Lane<C, W>> idle = new ArrayDeque<>();
  private long waitingBytes;

  /** Rows of calls that wait, and of those that are being written. */
  private int rows;

  private boolean closed;

  public GroupQueue(Destination destination, Groups<C, W> groups) {
    this.limits = destination.limits();
    this.groups = groups;
    for (int i = 0; i < limits.lanes(); i++) {
      idle.add(new Lane<>(this, destination, groups));
    }
  }

  /** Has the call written; it is answered after the commit. */
  public void add(C call) {
    if (!put(call)) {
      call.fail(refusal());
      return;
    }
    Lane<C, W> lane = idle();
    if (lane != null) {
      lane.start();
    }
  }

  private synchronized RuntimeException refusal() {
    return closed
        ? groups.ended()
        : new JournalUnavailable("more is to be written than the database takes");
  }

  /** One that needs to wake no other event loop, where there is one. */
  private synchronized @Nullable Lane<C, W> idle() {
    Lane<C, W> best = idle.peek();
    for (Lane<C, W> lane : idle) {
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

  /** Whether there was room for it. */
  private synchronized boolean put(C call) {
    boolean tooLarge = waitingBytes + call.bytes() > limits.waitingBytes() && !waiting.isEmpty();
    if (closed || tooLarge || waiting.size() >= limits.waitingCalls()) {
      return false;
    }
    waitingBytes += call.bytes();
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
  synchronized List<C> take(Lane<C, W> lane, int written) {
    rows -= written;
    List<C> group = gather(Math.min(limits.groupRows(), Math.ceilDiv(rows, limits.lanes())));
    if (group.isEmpty()) {
      idle.add(lane);
      if (closed) {
        lane.rest();
      }
    }
    return group;
  }

  private List<C> gather(int mostRows) {
    var group = new ArrayList<C>();
    var keys = new HashSet<String>();
    int taken = 0;
    long bytes = 0;
    while (!waiting.isEmpty()) {
      C next = waiting.getFirst();
      taken += next.rows();
      bytes += next.bytes();
      boolean fits = taken <= mostRows && bytes <= limits.groupBytes();
      String key = next.apart();
      boolean apart = key == null || keys.add(key);
      if (!group.isEmpty() && !(fits && apart)) {
        break;
      }
      group.add(waiting.removeFirst());
      waitingBytes -= next.bytes();
    }
    return group;
  }

  /** Takes nothing more; what waits is written, then the connections are given back. */
  public synchronized void close() {
    closed = true;
    idle.forEach(Lane::rest);
  }
}
