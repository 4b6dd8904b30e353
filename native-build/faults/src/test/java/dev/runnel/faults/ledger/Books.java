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

  /** What stands in for what. */
  private static final Map<String, String> STANDS_IN =
      Map.of("second", "primary", "third", "second");

  private static final String CHILD = "child";

  private final Collection<Sent> sent;
  private final Map<String, List<Run>> runs;
  private final Map<String, List<Entry>> calls;
  private final List<Entry> entries;
  private final Window window;
  private final List<String> wrong = new ArrayList<>();
  private int repeated;

  private Books(Load load, List<Run> runs, List<Entry> entries, Window window) {
    this.sent = load.events();
    this.runs = runs.stream().collect(groupingBy(Run::event));
    this.entries =
        entries.stream()
            .filter(it -> it.source().equals(load.source()) || it.function().equals(CHILD))
            .toList();
    this.calls = this.entries.stream().collect(groupingBy(Entry::run));
    this.window = window;
  }

  /**
   * Balances them.
   *
   * @param runs all that the router has of the load's source
   */
  public static Books balance(Load load, List<Run> runs, List<Entry> entries, Window window) {
    var books = new Books(load, runs, entries, window);
    books.sent.forEach(books::event);
    books.strangers();
    books.entries.stream().collect(groupingBy(Entry::key)).values().forEach(books::effect);
    return books;
  }

  /** What does not agree. */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How many calls were made again although the first one may have had its effect. */
  public int repeated() {
    return repeated;
  }

  /** An accepted event has one run, which ended as it should, with every step done. */
  private void event(Sent event) {
    List<Run> found = runs.getOrDefault(event.id(), List.of());
    if (!event.accepted()) {
      wrong.add("%s was never accepted: %s".formatted(event.id(), event.trouble()));
    } else if (found.size() != 1 || !event.runs().equals(Set.of(found.getFirst().id()))) {
      wrong.add("%s was accepted as %s, there is %s".formatted(event.id(), event.runs(), found));
    } else if (!event.kind().endings().contains(found.getFirst().state())) {
      wrong.add("%s ended otherwise: %s".formatted(event.id(), found));
    } else if (found.getFirst().dead() != found.getFirst().state().equals("failed")) {
      wrong.add(
          "%s has failed without a dead letter, or the reverse: %s".formatted(event.id(), found));
    } else {
      run(event, found.getFirst());
    }
  }

  private void run(Sent event, Run run) {
    List<Entry> own = calls.getOrDefault(run.id(), List.of());
    Map<String, Instant> done = first(own.stream().filter(Entry::succeeded).toList());
    Map<String, Instant> failed = first(own.stream().filter(Entry::failed).toList());
    for (String function : event.kind().functions()) {
      boolean reached =
          (run.state().equals("succeeded") && event.kind() != Kind.FALLBACK)
              ? done.containsKey(function)
              : event.kind() == Kind.ONCE || failed.containsKey(function) || inWindow(own);
      if (!reached) {
        wrong.add("%s has ended, and %s was not done".formatted(event.id(), function));
      }
    }
    own.stream().filter(Entry::begin).forEach(call -> order(call, done, failed));
    if (event.kind() == Kind.PARENT) {
      child(event, run);
    }
    if (event.kind() == Kind.ONCE) {
      once(event, run, own);
    }
  }

  /** Called once at most, and given up only where nobody can know whether it was. */
  private void once(Sent event, Run run, List<Entry> own) {
    if (own.stream().filter(Entry::begin).count() > 1) {
      wrong.add("%s was called more than once".formatted(event.id()));
    }
    if (run.state().equals("failed") && !inWindow(own)) {
      wrong.add("%s was given up though nothing was broken".formatted(event.id()));
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
    String primary = STANDS_IN.get(call.function());
    if (primary != null && !window.holds(call.at())) {
      Instant before = failed.get(primary);
      if (before == null || before.isAfter(call.at())) {
        wrong.add("%s of %s stood in too early".formatted(call.function(), call.run()));
      }
    }
  }

  /** What came out of a run began one run. */
  private void child(Sent event, Run run) {
    Set<String> children =
        entries.stream()
            .filter(it -> it.function().equals(CHILD) && it.event().startsWith(run.id() + "."))
            .filter(Entry::succeeded)
            .map(Entry::run)
            .collect(toSet());
    if (children.size() != 1) {
      wrong.add("%s has the children %s".formatted(event.id(), children));
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
        Instant known = end == null ? last.at() : end.at();
        if (!window.touches(known, end == null ? entry.at() : known)) {
          wrong.add("%s was called again at %s, after %s".formatted(entry, entry.at(), known));
        }
      }
      if (last != null && entry.epoch() < last.epoch()) {
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
