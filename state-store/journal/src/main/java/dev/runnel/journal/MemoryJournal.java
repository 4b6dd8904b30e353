package dev.runnel.journal;

import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal that forgets when the process ends. Runs that are over are kept up to a number and a
 * size, the oldest go first; an event is known as a duplicate as long as its run is kept, or until
 * {@link MemoryRetention} forgets it.
 */
public final class MemoryJournal implements Journal {

  /** A rough share for an event's own object and the strings in it. */
  private static final int RECORD_BYTES = 200;

  /** The owner of what is written without one. */
  private static final long NOBODY = 0;

  private record EventKey(String source, String id) {

    static EventKey of(Event event) {
      return new EventKey(event.source(), event.id());
    }
  }

  private final int maxKept;
  private final long maxKeptBytes;
  private final Map<String, MemoryRun> runs = new HashMap<>();
  private final Map<EventKey, String> runOf = new HashMap<>();
  private final Map<String, MemoryRun> over = new LinkedHashMap<>();
  private final MemoryLines lines = new MemoryLines();
  private long bytesOver;

  /**
   * @param maxKept runs that are over and still remembered
   * @param maxKeptBytes bytes of their events and outcomes
   */
  public MemoryJournal(int maxKept, long maxKeptBytes) {
    this.maxKept = maxKept;
    this.maxKeptBytes = maxKeptBytes;
  }

  @Override
  public Uni<List<Begin>> begin(List<NewRun> newRuns) {
    return Uni.createFrom().item(() -> write(NOBODY, newRuns));
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return Uni.createFrom().item(() -> write(NOBODY, sequel, children));
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> wanted) {
    return Uni.createFrom().item(() -> first(wanted));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return Uni.createFrom().item(() -> copy(run));
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> many) {
    return Uni.createFrom().item(() -> many.stream().map(this::copy).toList());
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return Uni.createFrom().item(() -> count(Set.copyOf(roots)));
  }

  /** All runs may be looked at, which takes too long for an event loop. */
  @Override
  public Uni<RunPage> find(RunQuery query) {
    return Uni.createFrom()
        .item(() -> MemoryFinding.find(candidates(query), query))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** All runs are looked at. */
  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return Uni.createFrom()
        .item(() -> MemoryFinding.find(deadLetters(), query))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  @Override
  public Uni<List<String>> rebuildDeadLetters() {
    return Uni.createFrom().item(this::refold).replaceWith(List.of());
  }

  private synchronized List<DeadLetterBrief> deadLetters() {
    return runs.values().stream()
        .flatMap(run -> DeadLetterBrief.of(run.began, run.history).stream())
        .toList();
  }

  private synchronized int refold() {
    runs.values().forEach(run -> run.history = History.of(run.events));
    return runs.size();
  }

  synchronized List<Begin> write(long owner, List<NewRun> newRuns) {
    var begins = new ArrayList<Begin>(newRuns.size());
    for (NewRun newRun : newRuns) {
      begins.add(write(owner, newRun));
    }
    return begins;
  }

  private Begin write(long owner, NewRun newRun) {
    String first = runOf.putIfAbsent(EventKey.of(newRun.event()), newRun.id());
    if (first != null) {
      return new Begin.Duplicate(first);
    }
    var run = new MemoryRun(newRun.began());
    run.owner = owner;
    runs.put(newRun.id(), run);
    Lineage.Parent parent = newRun.began().lineage().parent();
    MemoryRun known = parent == null ? null : runs.get(parent.run());
    if (known != null) {
      known.children.add(newRun.id());
    }
    add(run, newRun.events());
    newRun.places().forEach(lines::take);
    return new Begin.Begun();
  }

  synchronized List<Begin> write(long owner, Sequel sequel, List<NewRun> children) {
    String id = sequel.run();
    MemoryRun run = runs.get(id);
    if (run != null && run.owner != owner && !over.containsKey(id)) {
      throw new Fenced("run " + id + " is not of epoch " + owner + " any more");
    }
    int known = run == null || run.compacted ? 0 : run.events.size();
    if (run == null || known != sequel.written()) {
      throw new IllegalStateException(
          "run " + id + " has " + known + " events, its conductor knows " + sequel.written());
    }
    run.owner = owner;
    add(run, sequel.events());
    lines.change(sequel.placing());
    return write(owner, children);
  }

  /**
   * Gives runs that go on to an owner.
   *
   * @param epoch of the claim
   * @param orphaned whether runs of this owner are to be taken
   * @param limit how many at most
   */
  synchronized Claim claim(long owner, long epoch, LongPredicate orphaned, int limit) {
    Set<String> again = new HashSet<>();
    List<String> claimed =
        runs.entrySet().stream()
            .filter(run -> orphaned.test(run.getValue().owner) && !over.containsKey(run.getKey()))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    for (String id : claimed) {
      MemoryRun run = Objects.requireNonNull(runs.get(id));
      run.owner = owner;
      if (run.claims++ > 0) {
        again.add(id);
      }
    }
    return new Claim(epoch, claimed, again);
  }

  /** Whether any run goes on whose owner is such. */
  synchronized boolean anyOwned(LongPredicate owners) {
    return runs.entrySet().stream()
        .anyMatch(run -> owners.test(run.getValue().owner) && !over.containsKey(run.getKey()));
  }

  private synchronized Map<String, Integer> count(Set<String> roots) {
    return runs.values().stream()
        .map(run -> run.began.lineage())
        .filter(lineage -> lineage.parent() != null && roots.contains(lineage.root()))
        .collect(Collectors.groupingBy(Lineage::root, Collectors.summingInt(lineage -> 1)));
  }

  /** Runs of the owner that go on, in the order of their ids. */
  synchronized List<String> owned(long owner, String after, int limit) {
    return runs.entrySet().stream()
        .filter(run -> run.getValue().owner == owner && !over.containsKey(run.getKey()))
        .map(Map.Entry::getKey)
        .filter(id -> id.compareTo(after) > 0)
        .sorted()
        .limit(limit)
        .toList();
  }

  private synchronized List<Place> first(Collection<Line> wanted) {
    return lines.heads(wanted);
  }

  private synchronized List<RunEvent> copy(String id) {
    MemoryRun run = runs.get(id);
    return run == null || run.compacted ? List.of() : List.copyOf(run.events);
  }

  synchronized Optional<RunBrief> compacted(String id) {
    MemoryRun run = runs.get(id);
    return run == null || !run.compacted
        ? Optional.empty()
        : Optional.of(MemoryFinding.brief(run.events, Instant.MIN));
  }

  /** Leaves of runs that ended before then, and have no dead letters, no more than their brief. */
  synchronized int compactRuns(Instant then) {
    List<MemoryRun> old = over.values().stream().filter(run -> run.isDispensable(then)).toList();
    for (MemoryRun run : old) {
      bytesOver -= run.bytes;
      run.compact();
      run.bytes = run.events.stream().mapToLong(MemoryJournal::weight).sum();
      bytesOver += run.bytes;
    }
    return old.size();
  }

  /** Forgets compacted runs that ended before then. */
  synchronized int forgetRuns(Instant then) {
    List<MemoryRun> old =
        over.values().stream().filter(run -> run.compacted && run.endedBefore(then)).toList();
    for (MemoryRun run : old) {
      over.remove(run.began.run());
      forget(run);
    }
    return old.size();
  }

  /** Events of runs that began before then may come again. */
  synchronized void forgetEvents(Instant then) {
    runOf.values().removeIf(id -> beganBefore(then, runs.get(id)));
  }

  private static boolean beganBefore(Instant then, @Nullable MemoryRun run) {
    return run != null && run.began.at().isBefore(then);
  }

  /** The events of the runs that may fit. */
  private synchronized List<List<RunEvent>> candidates(RunQuery query) {
    Stream<MemoryRun> candidates =
        query.parent().isPresent() ? childrenOf(query.parent().get()) : runs.values().stream();
    return candidates.map(run -> List.copyOf(run.events)).toList();
  }

  private Stream<MemoryRun> childrenOf(String id) {
    MemoryRun parent = runs.get(id);
    return parent == null
        ? Stream.empty()
        : parent.children.stream().flatMap(child -> Stream.ofNullable(runs.get(child)));
  }

  private void add(MemoryRun run, List<RunEvent> events) {
    String id = run.began.run();
    if (over.remove(id) != null) {
      bytesOver -= run.bytes;
      run.claims = 0;
    }
    run.events.addAll(events);
    run.history = run.history.and(events);
    for (RunEvent event : events) {
      run.bytes += weight(event);
    }
    if (run.events.getLast() instanceof RunEvent.Ended) {
      over.put(id, run);
      bytesOver += run.bytes;
      forgetOldest();
    }
  }

  private void forgetOldest() {
    var oldest = over.values().iterator();
    while (over.size() > maxKept || (bytesOver > maxKeptBytes && over.size() > 1)) {
      MemoryRun forgotten = oldest.next();
      oldest.remove();
      forget(forgotten);
    }
  }

  private void forget(MemoryRun run) {
    bytesOver -= run.bytes;
    runs.remove(run.began.run());
    // By now the event may be another run's.
    runOf.remove(EventKey.of(run.began.event()), run.began.run());
  }

  /** What came from outside counts, and for each event something for the record itself. */
  private static long weight(RunEvent event) {
    if (event instanceof RunEvent.Began began) {
      return RECORD_BYTES + weight(began.event());
    }
    return event instanceof Fact.AttemptSucceeded succeeded
        ? RECORD_BYTES + weight(succeeded.outcome())
        : RECORD_BYTES;
  }

  private static long weight(Outcome outcome) {
    long weight = outcome.value().bytes().length;
    for (Event output : outcome.outputs()) {
      weight += weight(output);
    }
    return weight;
  }

  private static long weight(Event event) {
    long weight = event.data().bytes().length;
    for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
      weight += attribute.getKey().length() + attribute.getValue().length();
    }
    return weight;
  }
}
