package dev.runnel.postgres.group;

import io.vertx.core.Future;
import java.util.List;

/**
 * What groups of calls are written by, and what becomes of their calls. Called on whichever thread
 * a lane is on; never blocks.
 *
 * @param <W> what the database says of a group
 */
public interface Groups<C extends Waiting, W> {

  /**
   * Writes a group in one statement. Must do no harm when it is done again with the same ticket, on
   * another connection, after nobody knows what came of it.
   */
  Future<W> write(LaneConnection connection, Ticket ticket, List<C> group);

  /** Answers the calls of a group that is written. */
  void settle(List<C> group, W written);

  /** What a call is told that comes after the end. */
  RuntimeException ended();
}
