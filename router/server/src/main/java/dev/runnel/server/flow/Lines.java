package dev.runnel.server.flow;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.journal.Journal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where steps wait until they are the first in their line. Who is first the journal says: it is
 * asked when a step comes, when this router has written that one leaves, and from time to time for
 * what other routers do. There are no more who wait than steps of the runs that go on here.
 */
@Singleton
class Lines {

  /** How long it takes at most to hear that another router's step has left. */
  static final Duration PAUSE = Duration.ofMillis(200);

  /** Lines that are asked about together. */
  private static final int PAGE = 1_000;

  private final Journal journal;
  private final Loop loop;

  /**
   * A step that waits.
   *
   * @param questions how many had been asked when it came: what these are answered may be older
   */
  private record Waiter(UniEmitter<? super Void> emitter, long questions) {}

  // All of these are touched on the loop only.
  private final Map<Line, Map<Place, Waiter>> waiting = new HashMap<>();
  private final Set<Line> toAsk = new LinkedHashSet<>();
  private long questions;
  private boolean asking;
  private boolean resting;
  private boolean silent;

  Lines(Journal journal, Loops loops) {
    this.journal = journal;
    this.loop = loops.next();
  }

  /** An answer when the place is the first of its line. Giving up on it leaves no trace. */
  Uni<Void> first(Place place) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              emitter.onTermination(() -> loop.run(() -> forget(place, emitter)));
              loop.run(() -> await(place, emitter));
            });
  }

  /** It is written that these were left. From any thread. */
  void left(List<Place> places) {
    if (!places.isEmpty()) {
      loop.run(() -> ask(places.stream().map(Place::line).toList()));
    }
  }

  private void await(Place place, UniEmitter<? super Void> emitter) {
    waiting
        .computeIfAbsent(place.line(), line -> new HashMap<>())
        .put(place, new Waiter(emitter, questions));
    ask(List.of(place.line()));
  }

  private void forget(Place place, UniEmitter<? super Void> emitter) {
    Map<Place, Waiter> line = waitingIn(place.line());
    Waiter waiter = line.get(place);
    if (waiter != null && waiter.emitter().equals(emitter)) {
      line.remove(place);
    }
    if (line.isEmpty()) {
      waiting.remove(place.line());
    }
  }

  private void ask(Collection<Line> lines) {
    lines.stream().filter(waiting::containsKey).forEach(toAsk::add);
    askNext();
  }

  /** One question at a time; what comes up meanwhile goes with the next. */
  private void askNext() {
    if (asking || toAsk.isEmpty()) {
      return;
    }
    List<Line> page = toAsk.stream().limit(PAGE).toList();
    page.forEach(toAsk::remove);
    asking = true;
    questions++;
    Uni.createFrom()
        .deferred(() -> journal.heads(page))
        .subscribe()
        .with(heads -> loop.run(() -> heard(page, heads)), why -> loop.run(() -> unheard(why)));
  }

  private void heard(List<Line> page, List<Place> heads) {
    asking = false;
    silent = false;
    Map<Line, Place> first = heads.stream().collect(Collectors.toMap(Place::line, it -> it));
    page.forEach(line -> letGo(line, first.get(line)));
    restThenAskAll();
    askNext();
  }

  /** Where nobody is first, not even who waits: what is written next will say why. */
  private void letGo(Line line, @Nullable Place first) {
    for (Map.Entry<Place, Waiter> each : List.copyOf(waitingIn(line).entrySet())) {
      boolean isFirst = first == null || first.equals(each.getKey());
      if (isFirst && each.getValue().questions() < questions) {
        each.getValue().emitter().complete(null);
      }
    }
  }

  private Map<Place, Waiter> waitingIn(Line line) {
    return waiting.getOrDefault(line, Map.of());
  }

  private void unheard(Throwable why) {
    asking = false;
    if (!silent) {
      Log.warnf("Who is first in a line cannot be asked, and will be again: %s", why);
      silent = true;
    }
    restThenAskAll();
  }

  private void restThenAskAll() {
    if (!resting && !waiting.isEmpty()) {
      resting = true;
      loop.after(
          PAUSE,
          () -> {
            resting = false;
            ask(List.copyOf(waiting.keySet()));
          });
    }
  }
}
