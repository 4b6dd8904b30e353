package dev.runnel.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What goes wrong just now; the nemesis makes it. */
final class Weather {

  private final Set<String> cutOff = new HashSet<>();
  private boolean down;
  private int lossy;
  private int slowness = 1;
  private int illness;

  /** Nothing goes wrong any more but what functions do by habit. */
  void clear() {
    cutOff.clear();
    down = false;
    lossy = 0;
    slowness = 1;
    illness = 0;
  }

  /** The journal is there for nobody, or again for everybody. */
  void down(boolean now) {
    down = now;
  }

  /** The journal is not there for one router, or again. */
  void cutOff(String router, boolean now) {
    if (now) {
      cutOff.add(router);
    } else {
      cutOff.remove(router);
    }
  }

  /** Of a hundred requests to the journal so many come to harm on their way. */
  void lossy(int percent) {
    lossy = percent;
  }

  /** The journal takes so many times as long. */
  void slow(int times) {
    slowness = times;
  }

  /** Of a hundred calls so many more fail. */
  void ill(int percent) {
    illness = percent;
  }

  int lossy() {
    return lossy;
  }

  int illness() {
    return illness;
  }

  boolean reaches(String router) {
    return !down && !cutOff.contains(router);
  }

  Duration slowed(Duration usual) {
    return usual.multipliedBy(slowness);
  }
}
