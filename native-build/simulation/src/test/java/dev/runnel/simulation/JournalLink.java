package dev.runnel.simulation;

import dev.runnel.journal.JournalUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The network between one process and the journal. What is asked for takes its time; it may be lost
 * before it is done or after, and it may be done when nobody waits any more.
 */
final class JournalLink {

  /** How long the process waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What a request that is lost on its way may be late; a router reckons with half a minute. */
  private static final Duration LATEST = Duration.ofSeconds(20);

  private static final Duration LEAST = Duration.ofNanos(200_000);
  private static final Duration MOST = Duration.ofMillis(4);

  private final Machine machine;
  private final VirtualTime time;
  private final Weather weather;
  private final Chance chance;

  JournalLink(Machine machine, VirtualTime time, Weather weather, Chance chance) {
    this.machine = machine;
    this.time = time;
    this.weather = weather;
    this.chance = chance;
  }

  /** What comes of work at the journal, seen from here. */
  <T> Uni<T> ask(Supplier<Uni<T>> work) {
    return Uni.createFrom().emitter(answer -> send(work, answer));
  }

  private <T> void send(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
    if (!machine.alive()) {
      return;
    }
    if (!weather.reaches(machine.router())) {
      after(chance.millis(1, 50), () -> fail(answer, "is not reached"));
    } else if (chance.percent(weather.lossy())) {
      lose(work, answer);
    } else {
      time.in(way(), () -> arrive(work, answer));
    }
  }

  /** The request is done, unless the process died and took it along, or the journal is down. */
  private <T> void arrive(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
    if (!machine.alive() && chance.percent(50)) {
      return;
    }
    if (weather.reaches(machine.router())) {
      work.get()
          .subscribe()
          .with(
              item -> after(way(), () -> answer.complete(item)),
              failure -> after(way(), () -> answer.fail(failure)));
    } else {
      after(way(), () -> fail(answer, "went away"));
    }
  }

  /** Nobody gets an answer, and the request is done at once, later, or never. */
  private <T> void lose(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
    after(PATIENCE, () -> fail(answer, "did not answer"));
    switch (chance.below(3)) {
      case 0 -> time.in(way(), () -> doInSilence(work));
      case 1 -> time.in(chance.between(PATIENCE, LATEST), () -> doInSilence(work));
      default -> {} // it is lost for good
    }
  }

  private static <T> void doInSilence(Supplier<Uni<T>> work) {
    work.get().subscribe().with(_ -> {}, _ -> {});
  }

  private static <T> void fail(UniEmitter<? super T> answer, String why) {
    answer.fail(new JournalUnavailable("the journal " + why));
  }

  private void after(Duration wait, Runnable action) {
    time.in(wait, () -> machine.enter(action));
  }

  private Duration way() {
    return weather.slowed(chance.between(LEAST, MOST));
  }
}
