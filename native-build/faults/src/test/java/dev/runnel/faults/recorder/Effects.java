package dev.runnel.faults.recorder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a function has its effects that checks before: each key's once, and none for a caller whose
 * epoch is lower than one that was seen with the key. For one thread.
 */
final class Effects {

  /** So many are called for in some minutes; then those that came first are forgotten. */
  private static final int MOST_KEYS = 200_000;

  private final Map<String, Seen> keys =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /** What becomes of a call. */
  enum Verdict {
    EFFECT("effect"),
    AGAIN("again"),
    STALE("stale");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** As the ledger has it. */
    String word() {
      return word;
    }

    /** As the clerk says it: its first letter. */
    byte letter() {
      return (byte) word.charAt(0);
    }

    static Verdict of(byte letter) {
      return Stream.of(values()).filter(it -> it.letter() == letter).findFirst().orElseThrow();
    }
  }

  /**
   * What is known of a key.
   *
   * @param epoch the highest of its calls
   * @param had whether its effect was had
   */
  private record Seen(long epoch, boolean had) {

    Seen and(Seen later) {
      return new Seen(Math.max(epoch, later.epoch), had || later.had);
    }
  }

  /** Notes that a call has begun. */
  void begin(String key, long epoch) {
    keys.merge(key, new Seen(epoch, false), Seen::and);
  }

  /** Has the effect of a call, if it may. */
  Verdict have(String key, long epoch) {
    Seen before = keys.getOrDefault(key, new Seen(epoch, false));
    if (epoch < before.epoch) {
      return Verdict.STALE;
    }
    keys.merge(key, new Seen(epoch, true), Seen::and);
    return before.had ? Verdict.AGAIN : Verdict.EFFECT;
  }
}
