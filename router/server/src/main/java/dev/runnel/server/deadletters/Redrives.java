package dev.runnel.server.deadletters;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.flow.Assembly;
import dev.runnel.server.functions.Catalog;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a router does with dead letters, put together without a container, as {@link Assembly} is.
 * Everything answers how many of those that were meant are taken up, now or since earlier.
 */
public final class Redrives {

  private final Journal journal;
  private final Redriving redriving;

  /**
   * Those of one router.
   *
   * @param current the functions as they are now; nothing as long as they are not loaded
   * @param run how long a run has that is taken up
   */
  public Redrives(Assembly flow, Supplier<Optional<Catalog>> current, Clock clock, RunConfig run) {
    this.journal = flow.journal();
    this.redriving =
        new Redriving(
            journal,
            flow.reopening(),
            flow.conductor(),
            flow.backlog(),
            new Assessing(current, clock, run));
  }

  /**
   * One dead letter.
   *
   * @param position where its run says so, from 1
   * @param confirmed whether its function may be called although it may have run
   */
  public Uni<Long> one(String run, int position, boolean confirmed) {
    var id = new DeadLetterId(run, position);
    return journal.read(run).chain(events -> redriven(events, List.of(id), confirmed));
  }

  /** All of a run. */
  public Uni<Long> ofRun(String run, boolean confirmed) {
    return journal
        .read(run)
        .chain(events -> redriven(events, DeadLetterId.open(run, History.of(events)), confirmed));
  }

  /** A page of those that are asked for. */
  public Uni<Long> page(DeadLetterQuery query, boolean confirmed) {
    return journal
        .findDeadLetters(query)
        .chain(page -> redriving.redrive(page, new Wish(confirmed, false)))
        .map(Redriven::count);
  }

  /** None where the run is not known any more. */
  private Uni<Long> redriven(List<RunEvent> events, List<DeadLetterId> ids, boolean confirmed) {
    return events.isEmpty() || ids.isEmpty()
        ? Uni.createFrom().item(0L)
        : redriving.redrive(events, ids, new Wish(confirmed, false)).map(Redriven::count);
  }
}
