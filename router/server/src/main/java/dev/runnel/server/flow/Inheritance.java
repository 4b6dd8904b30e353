package dev.runnel.server.flow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.UnreadableRecord;
import dev.runnel.server.journal.Lives;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of runs that this router has and nobody conducts: they go on, or rest until they are
 * due, or are set aside where they cannot be read.
 */
@Singleton
public class Inheritance {

  private final Conductor conductor;
  private final ActiveRuns active;
  private final Resting resting;
  private final SetAside aside;
  private final Tools tools;

  Inheritance(
      Conductor conductor, ActiveRuns active, Resting resting, SetAside aside, Tools tools) {
    this.conductor = conductor;
    this.active = active;
    this.resting = resting;
    this.aside = aside;
    this.tools = tools;
  }

  /**
   * Has them go on, as far as they are not over.
   *
   * @return with how many something was done
   */
  Uni<Integer> takeUp(List<String> runs, Title title) {
    return takeUp(runs, title, true);
  }

  private Uni<Integer> takeUp(List<String> runs, Title title, boolean mayRest) {
    return runs.isEmpty()
        ? Uni.createFrom().item(0)
        : read(runs, title)
            .chain(all -> relatives(all, title.journal()).map(known -> pasts(all, known)))
            .invoke(pasts -> pasts.forEach(past -> goOnOrSetAside(past, title, mayRest)))
            .map(List::size);
  }

  /**
   * Has a run go on at once that rests here, so that it can be asked for something. Does nothing
   * where it does not rest.
   */
  public Uni<Void> wake(String run) {
    return resting
        .remove(run)
        .map(this::woken)
        .orElseGet(() -> Uni.createFrom().item(0))
        .replaceWithVoid();
  }

  /** The run as it goes on here, woken where it rests; nothing where it does not go on here. */
  Uni<Optional<ActiveRun>> awake(String run) {
    return wake(run).map(done -> Optional.ofNullable(active.find(run)));
  }

  /** Whether nobody has taken care of the run, which is this router's own. */
  boolean isLost(String run) {
    return active.find(run) == null && !resting.has(run) && !aside.has(run);
  }

  private Uni<Integer> woken(Resting.Rest rest) {
    return takeUp(List.of(rest.run()), rest.title(), false)
        .onFailure()
        .invoke(() -> resting.add(rest));
  }

  /** Whether runs that rest here are to go on now. */
  boolean isAnyDue() {
    return !resting.next().isAfter(tools.clock().instant());
  }

  /** Has those go on that are due, at most so many; how many. */
  Uni<Integer> takeUpDue(int limit) {
    Map<Title, List<String>> due =
        resting.due(tools.clock().instant(), limit).stream()
            .collect(groupingBy(Resting.Rest::title, mapping(Resting.Rest::run, toList())));
    return Multi.createFrom()
        .iterable(due.entrySet())
        .onItem()
        .transformToUniAndConcatenate(each -> takeUp(each.getValue(), each.getKey()))
        .collect()
        .with(summingInt(Integer::intValue));
  }

  /** Whether not all that rest are known here, and it is time to look for the others. */
  boolean lacksSome() {
    boolean lacks = resting.lacks(tools.clock().instant());
    if (lacks) {
      resting.replenished();
    }
    return lacks;
  }

  /** What tells which runs are others' by now. */
  TakenAway takenAway(Lives lives) {
    return new TakenAway(lives, active, resting);
  }

  /** What rests here is for others to find, or for the next life. */
  void forget() {
    resting.clear();
  }

  /** Together, and where that fails because of one of them, one by one. */
  private Uni<List<List<RunEvent>>> read(List<String> runs, Title title) {
    return title
        .journal()
        .read(runs)
        .onFailure(UnreadableRecord.class)
        .recoverWithUni(() -> readEach(runs, title));
  }

  private Uni<List<List<RunEvent>>> readEach(List<String> runs, Title title) {
    return Multi.createFrom()
        .iterable(runs)
        .onItem()
        .transformToUniAndConcatenate(run -> readOrSetAside(run, title))
        .collect()
        .asList();
  }

  private Uni<List<RunEvent>> readOrSetAside(String run, Title title) {
    return title
        .journal()
        .read(run)
        .onFailure(UnreadableRecord.class)
        .invoke(why -> aside.add(run, why))
        .onFailure(UnreadableRecord.class)
        .recoverWithItem(List.of());
  }

  /** How many runs have come out of the heads of their families. */
  private static Uni<Map<String, Integer>> relatives(List<List<RunEvent>> all, Journal journal) {
    Set<String> roots =
        all.stream()
            .filter(events -> !events.isEmpty())
            .map(events -> Past.began(events).lineage())
            .map(Lineage::root)
            .collect(toSet());
    return roots.isEmpty() ? Uni.createFrom().item(Map.of()) : journal.descendants(roots);
  }

  /** Those that go on and make sense. */
  private List<Past> pasts(List<List<RunEvent>> all, Map<String, Integer> relatives) {
    return all.stream()
        .filter(events -> !events.isEmpty())
        .flatMap(events -> past(events, relatives).stream())
        .filter(past -> past.run().ended() == null)
        .toList();
  }

  private Optional<Past> past(List<RunEvent> events, Map<String, Integer> relatives) {
    RunEvent.Began began = Past.began(events);
    try {
      return Optional.of(Past.of(events, relatives.getOrDefault(began.lineage().root(), 0)));
    } catch (RuntimeException nonsense) {
      aside.add(began.run(), nonsense);
      return Optional.empty();
    }
  }

  private void goOnOrSetAside(Past past, Title title, boolean mayRest) {
    try {
      goOn(past, title, mayRest);
    } catch (RuntimeException nonsense) {
      aside.add(past.run().id(), nonsense);
    }
  }

  private void goOn(Past past, Title title, boolean mayRest) {
    Instant now = tools.clock().instant();
    Decision decision = past.run().recover(now, tools.random());
    Optional<Instant> due =
        mayRest && decision.events().isEmpty()
            ? Resting.due(decision.commands()).filter(then -> Resting.isFar(then, now))
            : Optional.empty();
    due.ifPresentOrElse(
        then -> resting.add(new Resting.Rest(past.run().id(), then, title)),
        () -> conductor.takeUp(past, decision, title));
  }
}
