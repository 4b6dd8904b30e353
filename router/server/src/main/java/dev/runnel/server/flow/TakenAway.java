package dev.runnel.server.flow;

import dev.runnel.server.journal.Life;
import dev.runnel.server.journal.Lives;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;

/**
 * What others have taken over of this router's runs while it was not heard: all that it has and the
 * journal does not call its own. What is just being written is left out, as its writer is told.
 */
record TakenAway(Lives lives, ActiveRuns active, Resting resting) {

  /** Ids that are looked through together. */
  private static final int LIST = 1_000;

  /** Gives up those runs; answers when that is done. */
  Uni<Void> giveUp(Life now) {
    Set<String> unseen = new HashSet<>(active.settled());
    unseen.addAll(resting.all());
    return unseen.isEmpty()
        ? Uni.createFrom().voidItem()
        : without(now, unseen, "").invoke(() -> unseen.forEach(active::dismiss));
  }

  /** Takes out those that are this router's own. */
  private Uni<Void> without(Life now, Set<String> unseen, String after) {
    return lives
        .routers()
        .owned(now.member(), after, LIST)
        .chain(
            owned -> {
              owned.forEach(unseen::remove);
              return owned.size() < LIST || unseen.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : without(now, unseen, owned.getLast());
            });
  }
}
