package dev.runnel.server.journal;

import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A journal that forgets when the process ends. Runs that are over are kept up to a number and a
 * size, the oldest go first; an event is known as a duplicate as long as its run is kept.
 */
public final class MemoryJournal implements Journal {

  /** One run's events and what they weigh. */
  private static final class Entry {
    private final EventKey key;
    private final List<RunEvent> events = new ArrayList<>();
    private long bytes;

    private Entry(EventKey key) {
      this.key = key;
    }
  }

  /** A rough share for an event's own object and the strings in it. */
  private static final int RECORD_BYTES = 200;

  private record EventKey(String source, String id) {}

  private final int maxKept;
  private final long maxKeptBytes;
  private final Map<String, Entry> runs = new HashMap<>();
  private final Map<EventKey, String> runOf = new HashMap<>();
  private final Map<String, Entry> over = new LinkedHashMap<>();
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
  public Uni<Begin> begin(Event event, List<RunEvent> events) {
    return Uni.createFrom().item(() -> write(event, events));
  }

  @Override
  public Uni<Void> append(String run, int written, List<RunEvent> events) {
    return Uni.createFrom().voidItem().invoke(() -> write(run, written, events));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return Uni.createFrom().item(() -> copy(run));
  }

  private synchronized Begin write(Event event, List<RunEvent> events) {
    var key = new EventKey(event.source(), event.id());
    String first = runOf.get(key);
    if (first != null) {
      return new Begin.Duplicate(first);
    }
    String run = ((RunEvent.Began) events.getFirst()).run();
    var entry = new Entry(key);
    runOf.put(key, run);
    runs.put(run, entry);
    add(run, entry, events);
    return new Begin.Begun();
  }

  private synchronized void write(String run, int written, List<RunEvent> events) {
    Entry entry = runs.get(run);
    int known = entry == null ? 0 : entry.events.size();
    if (entry == null || known != written) {
      throw new IllegalStateException(
          "run " + run + " has " + known + " events, its conductor knows " + written);
    }
    add(run, entry, events);
  }

  private synchronized List<RunEvent> copy(String run) {
    Entry entry = runs.get(run);
    return entry == null ? List.of() : List.copyOf(entry.events);
  }

  private void add(String run, Entry entry, List<RunEvent> events) {
    if (over.remove(run) != null) {
      bytesOver -= entry.bytes;
    }
    entry.events.addAll(events);
    entry.bytes += events.stream().mapToLong(MemoryJournal::weight).sum();
    if (entry.events.getLast() instanceof RunEvent.Ended) {
      over.put(run, entry);
      bytesOver += entry.bytes;
      forgetOldest();
    }
  }

  private void forgetOldest() {
    var oldest = over.entrySet().iterator();
    while (over.size() > maxKept || (bytesOver > maxKeptBytes && over.size() > 1)) {
      Map.Entry<String, Entry> forgotten = oldest.next();
      oldest.remove();
      bytesOver -= forgotten.getValue().bytes;
      runs.remove(forgotten.getKey());
      runOf.remove(forgotten.getValue().key);
    }
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
    return outcome.value().bytes().length
        + outcome.outputs().stream().mapToLong(MemoryJournal::weight).sum();
  }

  private static long weight(Event event) {
    long attributes =
        event.attributes().entrySet().stream()
            .mapToLong(attribute -> attribute.getKey().length() + attribute.getValue().length())
            .sum();
    return attributes + event.data().bytes().length;
  }
}
