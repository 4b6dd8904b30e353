package dev.runnel.postgres.append;

import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Sequel;
import dev.runnel.postgres.append.GroupStatement.Written;
import dev.runnel.postgres.group.GroupQueue;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes runs and their events for one router, many calls in one commit. */
public final class Commits {

  private final GroupQueue<Call, Written> queue;

  public Commits(Store store) {
    this.queue = new GroupQueue<>(store.destination(), new RunGroups(store, this::add));
  }

  /**
   * Writes new runs.
   *
   * @param plans what their plans are stored as, in the same order
   */
  public Uni<List<Begin>> begin(List<NewRun> runs, List<UUID> plans) {
    return commit(null, beginnings(runs, plans));
  }

  /** Writes what happened next to a run, and its children, whose plans are given likewise. */
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children, List<UUID> plans) {
    return commit(Appending.of(sequel), beginnings(children, plans));
  }

  /** Takes nothing more, and gives the connections back when what waits is written. */
  public void close() {
    queue.close();
  }

  private Uni<List<Begin>> commit(@Nullable Appending appending, List<Beginning> beginnings) {
    return Uni.createFrom().emitter(answer -> add(new Call(appending, beginnings, answer)));
  }

  private void add(Call call) {
    queue.add(call);
  }

  private static List<Beginning> beginnings(List<NewRun> runs, List<UUID> plans) {
    var beginnings = new ArrayList<Beginning>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      beginnings.add(Beginning.of(runs.get(i), plans.get(i)));
    }
    return beginnings;
  }
}
