package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Many runs that begin at the same time, by two routers, and go to one line. */
public final class Crowd {

  public static final int SIZE = 400;

  private static final int THREADS = 8;

  /** When a begin was called and when it was answered, on one clock. */
  private record Begun(OrderedRun run, long called, long answered) {}

  private final Line line;
  private final List<Journal> routers;
  private final AtomicLong clock = new AtomicLong();
  private List<Begun> begun = List.of();
  private final List<Begun> gone = new ArrayList<>();

  public Crowd(Line line, Journal one, Journal other) {
    this.line = line;
    this.routers = List.of(one, other);
  }

  /** All begin. Nobody goes, so one at most should be seen in front. */
  public List<Place> seenInFrontWhileAllBegin() throws Exception {
    List<Callable<Begun>> begins =
        IntStream.range(0, SIZE).<Callable<Begun>>mapToObj(i -> () -> begin(i)).toList();
    var over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
      Future<List<Place>> seen = threads.submit(() -> changesInFront(over));
      begun = threads.invokeAll(begins).stream().map(Future::resultNow).toList();
      over.set(true);
      return seen.get();
    }
  }

  private Begun begin(int i) {
    OrderedRun run = OrderedRun.of("r" + i, line.value());
    long called = clock.incrementAndGet();
    run.begin(router(i));
    return new Begun(run, called, clock.incrementAndGet());
  }

  private List<Place> changesInFront(AtomicBoolean over) {
    var seen = new ArrayList<Place>();
    while (!over.get()) {
      for (Place head : heads()) {
        if (seen.isEmpty() || !seen.getLast().equals(head)) {
          seen.add(head);
        }
      }
    }
    return seen;
  }

  /** Whoever is first goes, until nobody is left. */
  public List<Place> goOneByOne() {
    List<Place> places = begun.stream().map(each -> each.run().place()).toList();
    for (List<Place> heads = heads(); !heads.isEmpty(); heads = heads()) {
      int i = places.indexOf(heads.getFirst());
      begun.get(i).run().over(router(i));
      gone.add(begun.get(i));
    }
    return gone.stream().map(each -> each.run().place()).toList();
  }

  /** Those who had their answer before somebody was called who went before them. */
  public List<Place> overtaken() {
    long latest = 0;
    var overtaken = new ArrayList<Place>();
    for (Begun each : gone) {
      if (each.answered() < latest) {
        overtaken.add(each.run().place());
      }
      latest = Math.max(latest, each.called());
    }
    return overtaken;
  }

  private Journal router(int i) {
    return routers.get(i % routers.size());
  }

  private List<Place> heads() {
    return routers.getFirst().heads(List.of(line)).await().indefinitely();
  }
}
