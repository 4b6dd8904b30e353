package dev.runnel.server.flow;

import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.server.journal.Life;
import dev.runnel.server.journal.Lives;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Goes on with steps that have failed, or leaves them for good, whether their run goes on in this
 * router or is over. A run that is over has no owner: whoever writes first has it.
 */
@Singleton
public class Reopening {

  private final Conductor conductor;
  private final ActiveRuns active;
  private final Lives lives;
  private final Journal journal;
  private final Tools tools;

  Reopening(Conductor conductor, ActiveRuns active, Lives lives, Journal journal, Tools tools) {
    this.conductor = conductor;
    this.active = active;
    this.lives = lives;
    this.journal = journal;
    this.tools = tools;
  }

  /**
   * Has steps tried anew, all together.
   *
   * @param events all that the journal has of their run
   * @param steps those that others need first
   * @return false where another router conducts the run; true when what follows is written, which
   *     is nothing where somebody else was faster
   */
  public Uni<Boolean> redrive(List<RunEvent> events, List<Fact.Redriven> steps) {
    Run known = Run.replay(events);
    ActiveRun run = active.find(known.id());
    if (run != null) {
      return run.considered(now -> now.redrive(steps, tools.random())).replaceWith(true);
    }
    Decision decision = known.redrive(steps, tools.random());
    return known.ended() == null || decision.events().isEmpty()
        ? Uni.createFrom().item(known.ended() != null)
        : title().chain(title -> takenUp(events, decision, title)).replaceWith(true);
  }

  /**
   * Leaves a failed step for good.
   *
   * @param events all that the journal has of its run
   * @return as {@link #redrive} says
   */
  public Uni<Boolean> discard(List<RunEvent> events, String step) {
    Run known = Run.replay(events);
    var fact = new Fact.Discarded(tools.clock().instant(), step);
    ActiveRun run = active.find(known.id());
    if (run != null) {
      return run.considered(now -> now.on(fact, tools.random())).replaceWith(true);
    }
    Decision decision = known.on(fact, tools.random());
    return known.ended() == null || decision.events().isEmpty()
        ? Uni.createFrom().item(known.ended() != null)
        : journal.append(known.id(), events.size(), decision.events(), List.of()).replaceWith(true);
  }

  private Uni<Void> takenUp(List<RunEvent> events, Decision decision, Title title) {
    conductor.takeUp(events, decision, title);
    ActiveRun run = active.find(decision.next().id());
    return run == null ? Uni.createFrom().voidItem() : run.upToDate();
  }

  /** A title whose epoch no call of the run has said yet, whoever conducted it before. */
  private Uni<Title> title() {
    return lives.inCurrent(this::newest);
  }

  private Uni<Title> newest(Life life) {
    return lives
        .routers()
        .claim(life.member(), 0)
        .map(claim -> Title.reopened(life, claim.epoch()));
  }
}
