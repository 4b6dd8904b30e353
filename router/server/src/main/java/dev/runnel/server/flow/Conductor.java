package dev.runnel.server.flow;

import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Run;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Sequel;
import dev.runnel.server.journal.Life;
import dev.runnel.server.journal.Lives;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
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
  private final Lives lives;
  private final Journal journal;
  private final ActiveRuns active;
  private final RunNews news;

  Conductor(Tools tools, Lives lives, Journal journal, ActiveRuns active, RunNews news) {
    this.tools = tools;
    this.lives = lives;
    this.journal = journal;
    this.active = active;
    this.news = news;
  }

  /**
   * Writes new runs, all in one commit, and sets them going. The answer, each run's id, comes when
   * the journal has them; it is the first run's id where the event was accepted before.
   */
  public Uni<List<String>> conduct(List<Decision> begun) {
    return lives.inCurrent(life -> conduct(begun, life));
  }

  private Uni<List<String>> conduct(List<Decision> begun, Life life) {
    List<Newborn> runs = newborn(begun, Title.begun(life));
    return Uni.createFrom()
        .deferred(() -> life.journal().begin(unwritten(runs)))
        .map(begins -> started(runs, begins))
        .onFailure()
        .invoke(why -> lost(runs));
  }

  /** Whether this router conducts the run: whatever it may do is written through this one. */
  public boolean conducts(String id) {
    return active.find(id) != null;
  }

  /** The run when it is over. Giving up on the answer does nothing to the run. */
  public Uni<Run> ended(String id) {
    ActiveRun run = active.find(id);
    return run == null ? journal.read(id).map(Run::replay) : run.ended();
  }

  /**
   * Asks for the run's end.
   *
   * @param compensate whether what was done is to be undone
   * @return false where this router does not conduct the run; true when what follows is written
   */
  public Uni<Boolean> cancel(String id, boolean compensate) {
    ActiveRun run = active.find(id);
    var fact = new Fact.CancelRequested(tools.clock().instant(), compensate);
    return run == null
        ? Uni.createFrom().item(false)
        : run.considered(now -> now.on(fact, tools.random())).replaceWith(true);
  }

  /**
   * Conducts a run from here on that stands in the journal, unless this router does already.
   *
   * @param past what the journal has of it
   * @param decision what is to be done next, and written first
   */
  void takeUp(Past past, Decision decision, Title title) {
    var run = new ActiveRun(past.began(), past.run(), title, this, tools);
    if (active.enterIfNew(run, past.relatives())) {
      run.takeUp(decision, past.events().size());
    }
  }

  /**
   * Writes what has happened to a run. The runs that begin because of it are written in the same
   * commit, and then set going.
   *
   * @param sequel the decision, after what has waited for it
   */
  Uni<Void> write(ActiveRun run, Sequel sequel, Decision decision) {
    List<Newborn> children =
        newborn(tools.offspring().of(run.lineage(), decision), run.title().ofChild());
    return Uni.createFrom()
        .deferred(() -> run.title().journal().append(sequel, unwritten(children)))
        .invoke(begins -> written(run, children, begins))
        .invoke(begins -> tools.lines().left(sequel.placing().left()))
        .onFailure()
        .invoke(why -> lost(children))
        .replaceWithVoid();
  }

  private void written(ActiveRun run, List<Newborn> children, List<Begin> begins) {
    news.changed(run.id());
    started(children, begins);
  }

  /** The run is over, as far as this router is concerned. */
  void over(ActiveRun run) {
    active.leave(run);
    news.changed(run.id());
  }

  /** The run only waits until then, and need not be in memory meanwhile. */
  void rests(ActiveRun run, Instant due) {
    active.rest(run, due);
    news.changed(run.id());
  }

  /** Whether others wait for the place of a run that only waits for its turn. */
  boolean isCrowded() {
    return active.isCrowded();
  }

  /** The run is not over, and this router conducts it no more. */
  void lost(ActiveRun run) {
    active.lose(run);
    news.changed(run.id());
  }

  /** Whether these are written is not known. */
  private void lost(List<Newborn> runs) {
    runs.forEach(each -> active.lose(each.run()));
  }

  private List<Newborn> newborn(List<Decision> begun, Title title) {
    var runs = new ArrayList<Newborn>(begun.size());
    for (Decision decision : begun) {
      Newborn newborn = Newborn.of(decision, title, this, tools);
      active.enter(newborn.run());
      runs.add(newborn);
    }
    return runs;
  }

  private static List<NewRun> unwritten(List<Newborn> runs) {
    var unwritten = new ArrayList<NewRun>(runs.size());
    for (Newborn run : runs) {
      unwritten.add(run.unwritten());
    }
    return unwritten;
  }

  /** These have been written, or had been before. */
  private List<String> started(List<Newborn> runs, List<Begin> begins) {
    var ids = new ArrayList<String>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      ids.add(started(runs.get(i), begins.get(i)));
    }
    return ids;
  }

  private String started(Newborn newborn, Begin begin) {
    return switch (begin) {
      case Begin.Begun written -> {
        newborn.start();
        yield newborn.run().id();
      }
      case Begin.Duplicate(String first) -> {
        active.leave(newborn.run());
        yield first;
      }
    };
  }
}
