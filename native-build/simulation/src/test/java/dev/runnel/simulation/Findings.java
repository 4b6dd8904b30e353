package dev.runnel.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found, and what had happened before: the last of it. */
@SuppressWarnings("AnnotateFormatMethod") // that annotation would be a dependency of its own
final class Findings {

  private static final int MOST = 10_000;

  private final VirtualTime time;
  private final boolean telling;
  private final List<String> story = new ArrayList<>();
  private Optional<Finding> first = Optional.empty();
  private long digest;

  /**
   * @param telling whether the story is kept, for people
   */
  Findings(VirtualTime time, boolean telling) {
    this.time = time;
    this.telling = telling;
  }

  void unless(boolean holds, Check check, String what, @Nullable Object... words) {
    if (!holds && first.isEmpty()) {
      String detail = what.formatted(words);
      tell("FOUND %s: %s", check, detail);
      first = Optional.of(new Finding(check, detail, time.passed()));
    }
  }

  /** Something has happened. */
  void tell(String what, @Nullable Object... words) {
    if (telling && story.size() < MOST) {
      story.add(time.passed() + " " + what.formatted(words));
    }
  }

  /** Something has happened that the same seed brings about every time. */
  void count(long happened) {
    digest = digest * 31 + happened + time.passed().toNanos();
  }

  Optional<Finding> first() {
    return first;
  }

  List<String> story() {
    return story;
  }

  long digest() {
    return digest;
  }
}
