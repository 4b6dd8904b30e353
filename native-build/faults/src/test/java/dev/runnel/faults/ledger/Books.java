package dev.runnel.faults.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The senders' book, the functions' book and the router's, held against each other after all runs
 * have ended. What does not agree is said in a sentence each.
 */
public final class Books {

  /** What each function needs before it may be called. */
  private static final Map<String, List<String>> PARENTS =
      Map.of(
          "middle", List.of("join"),
          "right", List.of("join"),
          "left", List.of("middle"),
          "top", List.of("left", "right"));

  private static final String CHILD = "child";

  private final Collection<Sent> sent;
  private final Map<String, List<Run>> runs;
  private final Map<String, List<Entry>> calls;
  private final List<Entry> entries;
  private final Window window;
  private final StandIns standIns;
  private final CheckedCalls checkedCalls;
  private final List<String> wrong = new ArrayList<>();
  private int lost;
  private int doubled;
  private int repeated;

  private Books(Load load, RouterBook router, List<Entry> entries, Window window) {
    this.sent = load.events();
    this.runs = router.runs().stream().collect(groupingBy(Run::event));
    this.entries =
        entries.stream()
            .filter(it -> it.source().equals(load.source()) || it.function().equals(CHILD))
            .toList();
    this.calls = this.entries.stream().collect(groupingBy(Entry::run));
    this.window = window;
    this.standIns = new StandIns(router, window);
    this.checkedCalls = new CheckedCalls(this.entries);
  }

  /** Balances them. */
  public static Books balance(Load load, RouterBook router, List<Entry> entries, Window window) {
    var books = new Books(load, router, entries, window);
    books.sent.forEach(books::event);
    books.strangers();
    books.entries.stream().collect(groupingBy(Entry::key)).values().forEach(books::effect);
    return books;
  }

  /** Something else that does not agree. */
  public void add(String finding) {
    wrong.add(finding);
  }

  /** What does not agree. */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How many events were acknowledged, and not done as they should have been. */
  public int lost() {
    return lost;
  }

  /** How many effects were had twice with no fault to explain it. */
  public int doubled() {
    return doubled;
  }

  /** How many calls were made again although the first one may have had its effect. */
  public int repeated() {
    return repeated;
  }

  /** How many second effects a function has kept from being had that checks before. */
  public long refused() {
    return checkedCalls.refused();
  }

  /** An accepted event has one run, which ended as it should, with every step done. */
  private void event(Sent event) {
    List<Run> found = runs.getOrDefault(event.id(), List.of());
    if (!event.accepted()) {
      wrong.add("%s was never accepted: %s".formatted(event.id(), event.trouble()));
    } else if (found.size() != 1 || !event.runs().equals(Set.of(found.getFirst().id()))) {
      isLost("%s was accepted as %s, there is %s".formatted(event.id(), event.runs(), found));
    } else if (!event.kind().endings().contains(found.getFirst().state())) {
      isLost("%s ended otherwise: %s".formatted(event.id(), found));
    } else if (found.getFirst().dead() != found.getFirst().state().equals("failed")) {
      isLost(
          "%s has failed without a dead letter, or the reverse: %s".formatted(event.id(), found));
    } else {
      run(event, found.getFirst());
    }
  }

  private void isLost(String how) {
    lost++;
    wrong.add(how);
  }

  private void isDouble(String how) {
    doubled++;
    wrong.add(how);
  }

  private void run(Sent event, Run run) {
    List<Entry> own = calls.getOrDefault(run.id(), List.of());
    Map<String, Instant> done = first(own.stream().filter(Entry::succeeded).toList());
    Map<String, Instant> failed = first(own.stream().filter(Entry::failed).toList());
    for (String function : event.kind().functions()) {
      if (!isReached(event.kind(), function, done, failed) && !isExcused(event.kind(), run)) {
        isLost("%s has ended, and %s was not done".formatted(event.id(), function));
      }
    }
    own.stream().filter(Entry::begin).forEach(call -> order(call, done, failed));
    if (event.kind() == Kind.PARENT) {
      child(event, run);
    }
    if (event.kind() == Kind.CHECKED) {
      checked(event);
    }
    if (event.kind() == Kind.ONCE) {
      once(event, run, own);
    }
  }

  /** Whether a function of the run has done what it does when nothing is broken. */
  private static boolean isReached(
      Kind kind, String function, Map<String, Instant> done, Map<String, Instant> failed) {
    return switch (kind) {
      case FALLBACK, DOOMED -> failed.containsKey(function);
      case SINGLE, DAG, SLOW, FLAKY, PARENT, CHECKED, ONCE, POISON, HANGING ->
          done.containsKey(function);
    };
  }

  /** Given up, which is looked at elsewhere, or refused with something else to take its place. */
  private boolean isExcused(Kind kind, Run run) {
    return (kind == Kind.ONCE && run.state().equals("failed"))
        || (kind == Kind.FALLBACK && standIns.primaryWasRefused(run.id()));
  }

  /** Had its effect once, however often it was called. */
  private void checked(Sent event) {
    long effects = checkedCalls.effects(event.id());
    if (effects == 0) {
      isLost("%s has had no effect".formatted(event.id()));
    } else if (effects > 1) {
      isDouble("%s has had its effect %d times".formatted(event.id(), effects));
    }
  }

  /** Called once at most, and given up only where nobody can know whether it was. */
  private void once(Sent event, Run run, List<Entry> own) {
    if (own.stream().filter(Entry::begin).count() > 1) {
      isDouble("%s was called more than once".formatted(event.id()));
    }
    if (run.state().equals("failed") && !inWindow(own)) {
      isLost("%s was given up though nothing was broken".formatted(event.id()));
    }
  }

  /** After what it needs, and after what it stands in for has failed. */
  private void order(Entry call, Map<String, Instant> done, Map<String, Instant> failed) {
    for (String parent : PARENTS.getOrDefault(call.function(), List.of())) {
      Instant before = done.get(parent);
      if (before == null || before.isAfter(call.at())) {
        wrong.add("%s of %s was called before %s".formatted(call.function(), call.run(), parent));
      }
    }
    standIns.objection(call, failed).ifPresent(wrong::add);
  }

  /** What came out of a run began one run. */
  private void child(Sent event, Run run) {
    Set<String> children =
        entries.stream()
            .filter(it -> it.function().equals(CHILD) && it.event().startsWith(run.id() + "."))
            .filter(Entry::succeeded)
            .map(Entry::run)
            .collect(toSet());
    if (children.isEmpty()) {
      isLost("%s has no child".formatted(event.id()));
    } else if (children.size() > 1) {
      isDouble("%s has the children %s".formatted(event.id(), children));
    }
  }

  /** Nothing is called that nobody sent. */
  private void strangers() {
    Set<String> known = sent.stream().map(Sent::id).collect(toSet());
    entries.stream()
        .filter(it -> !it.function().equals(CHILD) && !known.contains(it.event()))
        .forEach(it -> wrong.add("nobody sent %s".formatted(it.event())));
  }

  /**
   * One effect: called again only after it failed, or where the fault may have kept anybody from
   * knowing that it had not.
   */
  private void effect(List<Entry> same) {
    Entry last = null;
    Entry end = null;
    for (Entry entry : same) {
      if (!entry.begin()) {
        end = last != null && entry.answers(last) ? entry : end;
        continue;
      }
      if (last != null && (end == null || end.succeeded())) {
        repeated++;
        Instant ended = end == null ? null : end.at();
        if (!window.mayRepeat(last, ended, entry)) {
          isDouble(
              "%s was called again; the call before it began at %s and ended at %s"
                  .formatted(entry, last.at(), ended));
        }
      }
      if (last != null && entry.epoch() < last.epoch() && !window.mayBeStale(last, entry)) {
        wrong.add("%s says a lower epoch than %s".formatted(entry, last));
      }
      last = entry;
      end = null;
    }
  }

  private boolean inWindow(List<Entry> own) {
    return own.isEmpty() || own.stream().anyMatch(it -> window.holds(it.at()));
  }

  private static Map<String, Instant> first(List<Entry> entries) {
    return entries.stream()
        .collect(toMap(Entry::function, Entry::at, (a, b) -> a.isBefore(b) ? a : b));
  }
}
