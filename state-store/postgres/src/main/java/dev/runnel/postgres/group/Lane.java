package dev.runnel.postgres.group;

import dev.runnel.journal.JournalUnavailable;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.pgclient.PgException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection that writes group after group, one at a time. A group that a broken connection
 * leaves in doubt is written once more over a fresh one: what stands already is not written again.
 * Only one thread at a time is ever in a lane: the one that starts it, then the connection's.
 */
final class Lane<C extends Waiting, W> {

  /** Until the pool has noticed which of its connections are dead. */
  private static final long PAUSE_MILLIS = 50;

  private final GroupQueue<C, W> queue;
  private final Destination destination;
  private final Groups<C, W> groups;
  private final UUID id = UUID.randomUUID();
  private final Deque<List<C>> apart = new ArrayDeque<>();
  private @Nullable LaneConnection connection;

  /** The event loop that it last opened a connection from, where that lives, too. */
  private volatile @Nullable Object home;

  /** Rows of the group that it has taken last. */
  private int taken;

  /** Groups that it has written. */
  private long number;

  Lane(GroupQueue<C, W> queue, Destination destination, Groups<C, W> groups) {
    this.queue = queue;
    this.destination = destination;
    this.groups = groups;
  }

  /** Whether it writes on the caller's event loop. */
  boolean isHere() {
    Object here = eventLoop();
    return here != null && here.equals(home);
  }

  /** Whether it has not written yet, and will do so on the event loop that starts it. */
  boolean isNowhere() {
    return home == null;
  }

  private static @Nullable Object eventLoop() {
    return Vertx.currentContext() instanceof ContextInternal here ? here.nettyEventLoop() : null;
  }

  /** Writes what waits. Called when it is idle. */
  void start() {
    List<C> group = apart.isEmpty() ? take() : apart.removeFirst();
    if (!group.isEmpty()) {
      number++;
      write(group, false);
    }
  }

  private List<C> take() {
    List<C> group = queue.take(this, taken);
    taken = group.stream().mapToInt(Waiting::rows).sum();
    return group;
  }

  private void write(List<C> group, boolean again) {
    Future<LaneConnection> link = open();
    link.compose(opened -> groups.write(opened, new Ticket(id, number), group))
        .timeout(destination.limits().patience().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                connection = link.result();
                // First those who wait: what they write next goes with the next group.
                groups.settle(group, done.result());
                start();
              } else {
                // It may come up yet, or be busy for long: nobody waits for it here.
                connection = null;
                link.onSuccess(LaneConnection::close);
                recover(group, done, again);
              }
            });
  }

  private Future<LaneConnection> open() {
    if (connection != null && !connection.isOver()) {
      return Future.succeededFuture(connection);
    }
    home = eventLoop();
    return LaneConnection.open(destination);
  }

  /** Gives its connection back, to open another when there is something to write. */
  void rest() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private void recover(List<C> group, AsyncResult<?> failed, boolean again) {
    boolean refused = isAboutRows(failed.cause());
    if (refused && group.size() > 1) {
      group.forEach(call -> apart.add(List.of(call)));
    } else if (!refused && !again) {
      destination.vertx().setTimer(PAUSE_MILLIS, timer -> write(group, true));
      return;
    } else {
      group.forEach(call -> call.fail(reason(failed.cause(), refused)));
    }
    start();
  }

  /** Whether the database does not take what a row holds, so that other rows may do better. */
  private static boolean isAboutRows(Throwable why) {
    if (!(why instanceof PgException refusal) || refusal.getSqlState() == null) {
      return false;
    }
    String kind = refusal.getSqlState().substring(0, 2);
    return kind.equals("22") || kind.equals("23") || kind.equals("54");
  }

  private static RuntimeException reason(Throwable why, boolean refused) {
    return refused
        ? new IllegalArgumentException("the database does not take what is to be written", why)
        : new JournalUnavailable("the database did not confirm what was to be written", why);
  }
}
