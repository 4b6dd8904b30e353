package dev.runnel.server.deadletters;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal;
import dev.runnel.server.flow.Backlog;
import dev.runnel.server.flow.Conductor;
import dev.runnel.server.flow.Reopening;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Takes up dead letters, as far as that can be. Asked twice, it does it once. */
@Singleton
class Redriving {

  /** Runs that are taken up at the same time. */
  private static final int AT_A_TIME = 8;

  private final Journal journal;
  private final Reopening reopening;
  private final Conductor conductor;
  private final Backlog backlog;
  private final Assessing assessing;

  Redriving(
      Journal journal,
      Reopening reopening,
      Conductor conductor,
      Backlog backlog,
      Assessing assessing) {
    this.journal = journal;
    this.reopening = reopening;
    this.conductor = conductor;
    this.backlog = backlog;
    this.assessing = assessing;
  }

  /**
   * What came of each of one run.
   *
   * @param events all that the journal has of their run
   * @param ids of dead letters of that run
   */
  Uni<List<Redriven>> redrive(List<RunEvent> events, List<DeadLetterId> ids, Wish wish) {
    return assessing
        .assess(events, ids, wish)
        .map(assessment -> redrive(events, ids, assessment))
        .orElseGet(() -> refused(ids, "The functions are not loaded yet; ask again later"));
  }

  private Uni<List<Redriven>> redrive(
      List<RunEvent> events, List<DeadLetterId> ids, Assessment assessment) {
    if (assessment.facts().isEmpty()) {
      return Uni.createFrom().item(told(events, ids, assessment));
    }
    String run = ids.getFirst().run();
    if (!conductor.conducts(run) && backlog.room() == 0) {
      return refused(ids, "As many runs go on as may; ask again later");
    }
    return reopening
        .redrive(events, assessment.facts())
        .onFailure(why -> why instanceof IllegalStateException || why instanceof Fenced)
        .recoverWithItem(true) // somebody was faster: what the journal has by now tells
        .chain(
            conducted ->
                conducted
                    ? journal.read(run).map(after -> told(after, ids, assessment))
                    : refused(ids, "Another router conducts the run at this moment; ask it"));
  }

  /** What came of each of a page, a few runs at a time. */
  Uni<List<Redriven>> redrive(DeadLetterPage page, Wish wish) {
    return Multi.createFrom()
        .iterable(byRun(page))
        .onItem()
        .transformToUni(ids -> redriveRead(ids, wish))
        .merge(AT_A_TIME)
        .collect()
        .in(ArrayList::new, List::addAll);
  }

  private Uni<List<Redriven>> redriveRead(List<DeadLetterId> ids, Wish wish) {
    return journal.read(ids.getFirst().run()).chain(events -> redrive(events, ids, wish));
  }

  private static Collection<List<DeadLetterId>> byRun(DeadLetterPage page) {
    return page.letters().stream()
        .map(brief -> new DeadLetterId(brief.run(), brief.letter().position()))
        .collect(groupingBy(DeadLetterId::run, LinkedHashMap::new, toList()))
        .values();
  }

  /** What the run's events say of each. */
  private static List<Redriven> told(
      List<RunEvent> events, List<DeadLetterId> ids, Assessment assessment) {
    return ids.stream()
        .map(
            id ->
                assessment.refusalOf(id).orElseGet(() -> told(id, Fate.of(events, id.position()))))
        .toList();
  }

  private static Redriven told(DeadLetterId id, Fate fate) {
    return switch (fate) {
      case Fate.TakenUp takenUp -> Redriven.takenUp(id);
      case Fate.Gone gone -> Redriven.refused(id, LetterAnswers.unknown());
      case Fate.Open open ->
          Redriven.refused(
              id,
              Problem.of(
                  ProblemType.UNAVAILABLE, "The run went on in other hands; ask again later"));
    };
  }

  private static Uni<List<Redriven>> refused(List<DeadLetterId> ids, String detail) {
    Problem why = Problem.of(ProblemType.UNAVAILABLE, detail);
    return Uni.createFrom().item(ids.stream().map(id -> Redriven.refused(id, why)).toList());
  }
}
