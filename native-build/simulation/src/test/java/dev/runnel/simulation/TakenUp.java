package dev.runnel.simulation;

import dev.runnel.server.flow.Loop;
import dev.runnel.server.flow.Loops;
import java.time.Duration;
import java.util.function.Predicate;

/** Loops of runs that were there before: they go on at once, where new ones wait to be written. */
final class TakenUp implements Loops {

  private final Loops sound;
  private final VirtualTime time;
  private final Predicate<Duration> lost;
  private boolean recovering;

  /**
   * @param lost of these runs' timers, those that never go off
   */
  TakenUp(Loops sound, VirtualTime time, Predicate<Duration> lost) {
    this.sound = sound;
    this.time = time;
    this.lost = lost;
  }

  @Override
  public Loop next() {
    Loop loop = sound.next();
    if (!recovering) { // the first one is the recovery's own
      recovering = true;
      return loop;
    }
    return new Place(loop, time.passed());
  }

  private final class Place implements Loop {

    private final Loop loop;
    private final Duration made;
    private boolean known;
    private boolean takenUp;

    private Place(Loop loop, Duration made) {
      this.loop = loop;
      this.made = made;
    }

    @Override
    public void run(Runnable action) {
      if (!known) {
        known = true;
        takenUp = made.equals(time.passed());
      }
      loop.run(action);
    }

    @Override
    public Runnable after(Duration wait, Runnable action) {
      return takenUp && lost.test(wait) ? () -> {} : loop.after(wait, action);
    }
  }
}
