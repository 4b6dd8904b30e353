package dev.runnel.server.flow;

import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.NewRun;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Stop 7: writes a run's events to the journal, then carries out its commands, and feeds the
 * results back. Calls go to stop 8, {@link dev.runnel.server.invoke.Guards}. Next stop: {@link
 * dev.runnel.server.reply.Replies}.
 */
@Singleton
public class Conductor {

  private final Tools tools;
  private final ActiveRuns active;
  private final RunNews news;

  Conductor(Tools tools, ActiveRuns active, RunNews news) {
    this.tools = tools;
    this.active = active;
    this.news = news;
  }

  /**
   * Writes new runs, all in one commit, and sets them going. The answer, each run's id, comes when
   * the journal has them; it is the first run's id where the event was accepted before.
   */
  public Uni<List<String>> conduct(List<Decision> begun) {
    List<ActiveRun> runs = prepared(begun);
    return Uni.createFrom()
        .deferred(() -> write(runs))
        .map(begins -> started(runs, begins))
        .onFailure()
        .invoke(() -> runs.forEach(active::leave));
  }

  /** Whether this router conducts the run: whatever it may do is written through this one. */
  public boolean conducts(String id) {
    return active.find(id) != null;
  }

  /** The run when it is over. Giving up on the answer does nothing to the run. */
  public Uni<Run> ended(String id) {
    ActiveRun run = active.find(id);
    return run == null ? tools.journal().read(id).map(Run::replay) : run.ended();
  }

  /**
   * Asks for the run's end.
   *
   * @param compensate whether what was done is to be undone
   * @return false where this router does not conduct the run; true when what follows is written
   */
  public Uni<Boolean> cancel(String id, boolean compensate) {
    ActiveRun run = active.find(id);
    return run == null
        ? Uni.createFrom().item(false)
        : run.considered(new Fact.CancelRequested(tools.clock().instant(), compensate))
            .replaceWith(true);
  }

  private List<ActiveRun> prepared(List<Decision> begun) {
    var runs = new ArrayList<ActiveRun>(begun.size());
    for (Decision decision : begun) {
      runs.add(new ActiveRun(decision, tools, this));
    }
    return runs;
  }

  private Uni<List<Begin>> write(List<ActiveRun> runs) {
    runs.forEach(active::enter);
    return tools.journal().begin(unwritten(runs));
  }

  /**
   * Writes what has happened to a run. The runs that begin because of it are written in the same
   * commit, and then set going.
   *
   * @param events the decision's, after those that have waited for it
   */
  Uni<Void> write(ActiveRun run, int written, List<RunEvent> events, Decision decision) {
    List<ActiveRun> children = prepared(tools.offspring().of(run.lineage(), decision));
    children.forEach(active::enter);
    return Uni.createFrom()
        .deferred(() -> tools.journal().append(run.id(), written, events, unwritten(children)))
        .invoke(begins -> written(run, children, begins))
        .onFailure()
        .invoke(() -> children.forEach(active::leave))
        .replaceWithVoid();
  }

  private void written(ActiveRun run, List<ActiveRun> children, List<Begin> begins) {
    news.changed(run.id());
    started(children, begins);
  }

  void over(ActiveRun run) {
    active.leave(run);
    news.changed(run.id());
  }

  private static List<NewRun> unwritten(List<ActiveRun> runs) {
    var unwritten = new ArrayList<NewRun>(runs.size());
    for (ActiveRun run : runs) {
      unwritten.add(run.unwritten());
    }
    return unwritten;
  }

  /** These have been written, or had been before. */
  private List<String> started(List<ActiveRun> runs, List<Begin> begins) {
    var ids = new ArrayList<String>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      ids.add(started(runs.get(i), begins.get(i)));
    }
    return ids;
  }

  private String started(ActiveRun run, Begin begin) {
    return switch (begin) {
      case Begin.Begun written -> {
        run.start();
        yield run.id();
      }
      case Begin.Duplicate(String first) -> {
        active.leave(run);
        yield first;
      }
    };
  }
}
