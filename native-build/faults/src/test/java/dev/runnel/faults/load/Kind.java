package dev.runnel.faults.load;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A kind of event, by what it starts.
 *
 * <p>A run of it ends {@link #ends} when nothing is broken, whatever was broken on the way; only a
 * function that may not be called twice can end otherwise.
 */
public enum Kind {
  SINGLE(17, "succeeded", List.of("single")),
  DAG(20, "succeeded", List.of("top", "left", "right", "middle", "join")),
  FALLBACK(10, "succeeded", List.of("primary")),
  SLOW(4, "succeeded", List.of("slow")),
  FLAKY(25, "succeeded", List.of("flaky")),
  PARENT(6, "succeeded", List.of("parent")),
  CHECKED(8, "succeeded", List.of("checked")),
  ONCE(6, "succeeded", List.of("once")),
  DOOMED(4, "failed", List.of("doomed")),
  POISON(0, "succeeded", List.of("poison")),
  HANGING(0, "succeeded", List.of("hanging"));

  private static final int PERCENT = 100;

  private final int share;
  private final String ends;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no others
  private final List<String> functions;

  Kind(int share, String ends, List<String> functions) {
    this.share = share;
    this.ends = ends;
    this.functions = functions;
  }

  /** One of them, as often as its share is. */
  static Kind any(RandomGenerator random) {
    int left = random.nextInt(PERCENT);
    for (Kind kind : values()) {
      left -= kind.share;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the shares do not make a hundred");
  }

  /** The events' type. */
  public String type() {
    return "fault." + functions.getFirst();
  }

  /** The functions that each run of it calls, whatever happens. */
  public List<String> functions() {
    return functions;
  }

  /** The state that runs of it may end in. */
  public Set<String> endings() {
    return this == ONCE ? Set.of("succeeded", "failed") : Set.of(ends);
  }
}
