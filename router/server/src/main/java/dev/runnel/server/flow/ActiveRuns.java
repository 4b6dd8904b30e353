package dev.runnel.server.flow;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The runs that go on in this router, or are about to. */
@Singleton
class ActiveRuns {

  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final Families families;
  private final Backlog backlog;

  ActiveRuns(Families families, Backlog backlog) {
    this.families = families;
    this.backlog = backlog;
  }

  void enter(ActiveRun run) {
    runs.put(run.id(), run);
    families.enter(run.lineage().root());
    backlog.enter(run.event());
  }

  void leave(ActiveRun run) {
    if (runs.remove(run.id(), run)) {
      families.leave(run.lineage().root());
      backlog.leave(run.event());
    }
  }

  @Nullable ActiveRun find(String id) {
    return runs.get(id);
  }
}
