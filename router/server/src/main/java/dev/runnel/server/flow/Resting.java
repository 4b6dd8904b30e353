package dev.runnel.server.flow;

import dev.runnel.engine.run.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * This router's runs that only wait for a time that is far off, by what little is needed to go on
 * with them then. All else about them stands in the journal. Of more than fit, those that are due
 * first are here, and it is known that there are others. Safe for any thread.
 */
@Singleton
class Resting {

  /** Some 25 MiB of them. */
  static final int MOST = 100_000;

  /** Whoever waits less may as well stay in memory. */
  static final Duration SHORTEST = Duration.ofSeconds(5);

  private static final Comparator<Rest> BY_DUE =
      Comparator.comparing(Rest::due).thenComparing(Rest::run);

  /**
   * One of them.
   *
   * @param title by which it goes on
   */
  record Rest(String run, Instant due, Title title) {}

  private final int most;
  private final Map<String, Rest> runs = new HashMap<>();
  private final TreeSet<Rest> order = new TreeSet<>(BY_DUE);

  /** When the first of those is due that did not fit. */
  private Instant leftOut = Instant.MAX;

  Resting() {
    this(MOST);
  }

  Resting(int most) {
    this.most = most;
  }

  /** When a run goes on that has no more to do than this; nothing where that is more than wait. */
  static Optional<Instant> due(List<Command> commands) {
    Instant due = Instant.MAX;
    for (Command command : commands) {
      if (!(command instanceof Command.ArmTimer timer)) {
        return Optional.empty();
      }
      due = timer.due().isBefore(due) ? timer.due() : due;
    }
    return commands.isEmpty() ? Optional.empty() : Optional.of(due);
  }

  /** Whether it is worth while to rest until then. */
  static boolean isFar(Instant due, Instant now) {
    return Duration.between(now, due).compareTo(SHORTEST) >= 0;
  }

  synchronized void add(Rest rest) {
    remove(rest.run());
    runs.put(rest.run(), rest);
    order.add(rest);
    if (runs.size() > most) {
      Rest last = order.getLast();
      remove(last.run());
      leftOut = last.due().isBefore(leftOut) ? last.due() : leftOut;
    }
  }

  /** Takes out a run that is to go on before it is due. */
  synchronized Optional<Rest> remove(String run) {
    Rest removed = runs.remove(run);
    if (removed != null) {
      order.remove(removed);
    }
    return Optional.ofNullable(removed);
  }

  /** All that are here. */
  synchronized List<String> all() {
    return List.copyOf(runs.keySet());
  }

  /** Takes out those that are due, the first of them first. */
  synchronized List<Rest> due(Instant now, int limit) {
    var due = new ArrayList<Rest>();
    while (due.size() < limit && !order.isEmpty() && !order.getFirst().due().isAfter(now)) {
      Rest first = order.removeFirst();
      runs.remove(first.run());
      due.add(first);
    }
    return due;
  }

  /** When the next one is due; the end of time where there is none. */
  synchronized Instant next() {
    return order.isEmpty() ? Instant.MAX : order.getFirst().due();
  }

  synchronized boolean has(String run) {
    return runs.containsKey(run);
  }

  /** Whether it is time to look for those in the journal that did not fit. */
  synchronized boolean lacks(Instant now) {
    boolean hasRoom = runs.size() <= most / 2;
    return leftOut.isBefore(Instant.MAX) && (hasRoom || !now.isBefore(leftOut));
  }

  /** All that is missing is being looked for. */
  synchronized void replenished() {
    leftOut = Instant.MAX;
  }

  /** They are somebody else's from now on. */
  synchronized void clear() {
    runs.clear();
    order.clear();
    leftOut = Instant.MAX;
  }
}
