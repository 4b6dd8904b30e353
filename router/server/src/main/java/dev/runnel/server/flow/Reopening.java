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
import java.util.function.Function;

/**
 * Goes on with steps that have failed, or leaves them for good, whether their run goes on in this
 * router or is over. A run that is over has no owner: whoever writes first has it.
 */
@Singleton
public class Reopening {

  private final Conductor conductor;
  private final Inheritance inheritance;
  private final Lives lives;
  private final Journal journal;
  private final Tools tools;

  Reopening(
      Conductor conductor, Inheritance inheritance, Lives lives, Journal journal, Tools tools) {
    this.conductor = conductor;
    this.inheritance = inheritance;
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
    Past past = Past.of(events, 0);
    return considered(
        past,
        now -> now.redrive(steps, tools.random()),
        decision -> title().chain(title -> takenUp(past, decision, title)));
  }

  /**
   * Has a wish considered by the run, where it goes on here or is over.
   *
   * @param write writes what follows for a run that is over
   */
  private Uni<Boolean> considered(
      Past past, Function<Run, Decision> wish, Function<Decision, Uni<?>> write) {
    return inheritance
        .awake(past.run().id())
        .chain(
            awake ->
                awake
                    .map(run -> run.considered(wish).replaceWith(true))
                    .orElseGet(() -> written(past.run(), wish.apply(past.run()), write)));
  }

  private static Uni<Boolean> written(
      Run known, Decision decision, Function<Decision, Uni<?>> write) {
    return known.ended() == null || decision.events().isEmpty()
        ? Uni.createFrom().item(known.ended() != null)
        : write.apply(decision).replaceWith(true);
  }

  /**
   * Leaves a failed step for good.
   *
   * @param events all that the journal has of its run
   * @return as {@link #redrive} says
   */
  public Uni<Boolean> discard(List<RunEvent> events, String step) {
    Past past = Past.of(events, 0);
    var fact = new Fact.Discarded(tools.clock().instant(), step);
    return considered(
        past,
        now -> now.on(fact, tools.random()),
        decision -> journal.append(past.run().id(), events.size(), decision.events(), List.of()));
  }

  private Uni<Void> takenUp(Past past, Decision decision, Title title) {
    String root = past.began().lineage().root();
    return title
        .journal()
        .descendants(List.of(root))
        .map(known -> new Past(past.events(), past.run(), known.getOrDefault(root, 0)))
        .chain(whole -> conducted(whole, decision, title));
  }

  private Uni<Void> conducted(Past past, Decision decision, Title title) {
    conductor.takeUp(past, decision, title);
    return inheritance
        .awake(decision.next().id())
        .chain(run -> run.map(Reopening::upToDate).orElse(Uni.createFrom().voidItem()));
  }

  /** Comes when everything that was reported up to now is written, or the run is over. */
  private static Uni<Void> upToDate(ActiveRun run) {
    return run.considered(now -> new Decision(List.of(), now, List.of()));
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
