package dev.runnel.postgres.append;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.postgres.append.GroupStatement.Written;
import dev.runnel.postgres.group.Groups;
import dev.runnel.postgres.group.LaneConnection;
import dev.runnel.postgres.group.Ticket;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Groups of calls that write runs. They need no ticket: what stands already is found to stand, and
 * not written again.
 */
final class RunGroups implements Groups<Call, Written> {

  private static final Begin BEGUN = new Begin.Begun();

  private final Store store;
  private final Aftermath aftermath;

  /**
   * Groups that go there.
   *
   * @param again has a call written once more
   */
  RunGroups(Store store, Consumer<Call> again) {
    this.store = store;
    this.aftermath = new Aftermath(store, again);
  }

  @Override
  public Future<Written> write(LaneConnection connection, Ticket ticket, List<Call> group) {
    var shape = Shape.of(group);
    return connection
        .execute(shape, GroupStatement.parameters(shape, store.member().epoch(), group))
        .map(Written::of);
  }

  @Override
  public void settle(List<Call> group, Written written) {
    for (Call call : group) {
      if (written.hasAll(call)) {
        call.succeed(Collections.nCopies(call.beginnings.size(), BEGUN));
      } else {
        aftermath.settle(call, written);
      }
    }
  }

  @Override
  public RuntimeException ended() {
    return new Fenced("this life of the router is over, or about to end");
  }
}
