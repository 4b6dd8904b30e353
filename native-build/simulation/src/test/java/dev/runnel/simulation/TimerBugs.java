package dev.runnel.simulation;

import dev.runnel.server.flow.Loop;
import dev.runnel.server.flow.Loops;
import java.time.Duration;

/** Faults of those who keep time: timers that are armed and never go off. */
final class TimerBugs {

  /** Shorter waits are for a commit or for the journal, longer ones for the run's deadline. */
  private static final Duration COMMIT = Duration.ofMillis(50);

  private static final Duration RETRY = Duration.ofSeconds(5);

  /** A loop without some of its timers. */
  private record Forgetful(Loop sound) implements Loop {

    @Override
    public void run(Runnable action) {
      sound.run(action);
    }

    @Override
    public Runnable after(Duration wait, Runnable action) {
      return isRetry(wait) ? () -> {} : sound.after(wait, action);
    }
  }

  private TimerBugs() {}

  /** Nothing is tried again. */
  static Loops losingRetries(Loops sound) {
    var first = new boolean[] {true};
    return () -> {
      Loop loop = sound.next();
      boolean isRecovery = first[0];
      first[0] = false;
      return isRecovery ? loop : new Forgetful(loop);
    };
  }

  /** What waits for a retry when its run is taken up waits for ever. */
  static Loops losingRetriesTakenUp(Loops sound, VirtualTime time) {
    return new TakenUp(sound, time, TimerBugs::isRetry);
  }

  /** A run that is taken up has no deadline any more. */
  static Loops losingDeadlinesTakenUp(Loops sound, VirtualTime time) {
    return new TakenUp(sound, time, wait -> wait.compareTo(RETRY) > 0);
  }

  private static boolean isRetry(Duration wait) {
    return wait.compareTo(COMMIT) > 0 && wait.compareTo(RETRY) <= 0;
  }
}
