package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Run;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.journal.Journal;
import dev.runnel.server.journal.Journal.Begin;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stop 7: writes a run's events to the journal, then carries out its commands, and feeds the
 * results back. Calls go to stop 8, {@link Guards}. Next stop: {@link
 * dev.runnel.server.reply.Replies}.
 */
@ApplicationScoped
public class Conductor {

  private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
  private final Journal journal;
  private final Guards guards;
  private final Vertx vertx;
  private final Clock clock;

  Conductor(Journal journal, Guards guards, Vertx vertx, Clock clock) {
    this.journal = journal;
    this.guards = guards;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * Writes the new run and sets it going. The answer, the run's id, comes when the journal has it;
   * it is the first run's id where the event was accepted before.
   */
  public Uni<String> conduct(Event event, Decision begun) {
    String id = begun.next().id();
    var tools = new ActiveRun.Tools(vertx, journal, guards, clock);
    var run = new ActiveRun(begun.next(), tools, () -> active.remove(id));
    return Uni.createFrom()
        .deferred(
            () -> {
              active.put(id, run);
              return journal.begin(event, begun.events());
            })
        .map(begin -> started(begin, run, begun))
        .onFailure()
        .invoke(() -> active.remove(id));
  }

  /** The run when it is over. Giving up on the answer does nothing to the run. */
  public Uni<Run> ended(String id) {
    ActiveRun run = active.get(id);
    return run == null ? journal.read(id).map(Run::replay) : run.ended();
  }

  /** How many runs are not over. */
  public int activeRuns() {
    return active.size();
  }

  private String started(Begin begin, ActiveRun run, Decision begun) {
    String id = begun.next().id();
    return switch (begin) {
      case Begin.Begun written -> {
        run.start(begun);
        yield id;
      }
      case Begin.Duplicate(String first) -> {
        active.remove(id);
        yield first;
      }
    };
  }
}
