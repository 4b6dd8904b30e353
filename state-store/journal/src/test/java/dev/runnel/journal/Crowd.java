package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Many runs that begin at the same time, by two routers, and go to one line, where whoever is first
 * goes at once: so the line is short, and most who come can be seen in front.
 */
public final class Crowd {

  public static final int SIZE = 120;

  private static final int THREADS = 8;
  private static final int LOOKS = 2;

  /** One of them, with when its begin was called and answered, on one clock. */
  private static final class Guest {
    private final OrderedRun run;
    private final Journal router;
    private final long called;
    private volatile long answered = Long.MAX_VALUE;

    Guest(OrderedRun run, Journal router, long called) {
      this.run = run;
      this.router = router;
      this.called = called;
    }
  }

  private final Line line;
  private final List<Journal> routers;
  private final AtomicLong clock = new AtomicLong();
  private final Map<Place, Guest> guests = new ConcurrentHashMap<>();
  private final List<Guest> gone = new ArrayList<>();
  private final List<Place> displaced = new ArrayList<>();

  public Crowd(Line line, Journal one, Journal other) {
    this.line = line;
    this.routers = List.of(one, other);
  }

  /** All begin, and all go. */
  public void pass() throws Exception {
    List<Callable<Place>> begins =
        IntStream.range(0, SIZE).<Callable<Place>>mapToObj(i -> () -> begin(i)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
      Future<?> all = threads.submit(this::letAllGo);
      threads.invokeAll(begins).forEach(Future::resultNow);
      all.get();
    }
  }

  private Place begin(int i) {
    Journal router = routers.get(i % routers.size());
    var guest = new Guest(OrderedRun.of("r" + i, line.value()), router, clock.incrementAndGet());
    guests.put(guest.run.place(), guest);
    guest.run.begin(router);
    guest.answered = clock.incrementAndGet();
    return guest.run.place();
  }

  private void letAllGo() {
    while (gone.size() < SIZE) {
      heads().forEach(this::letGo);
    }
  }

  private void letGo(Place first) {
    for (int i = 0; i < LOOKS; i++) {
      if (!heads().contains(first)) {
        displaced.add(first);
        return;
      }
    }
    Guest guest = guests.get(first);
    if (guest == null) {
      throw new AssertionError("nobody knows " + first);
    }
    guest.run.over(guest.router);
    gone.add(guest);
  }

  /** Who went, in order. */
  public List<Place> gone() {
    return gone.stream().map(guest -> guest.run.place()).toList();
  }

  /** Those who were first, and had somebody in front of them afterwards. */
  public List<Place> displaced() {
    return displaced;
  }

  /** Those who had their answer before somebody was called who went before them. */
  public List<Place> overtaken() {
    long latest = 0;
    var overtaken = new ArrayList<Place>();
    for (Guest guest : gone) {
      if (guest.answered < latest) {
        overtaken.add(guest.run.place());
      }
      latest = Math.max(latest, guest.called);
    }
    return overtaken;
  }

  private List<Place> heads() {
    return routers.getFirst().heads(List.of(line)).await().indefinitely();
  }
}
