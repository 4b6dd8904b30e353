package dev.runnel.kit.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a capability's state is. Calls block, and may come from many threads at the same time; each
 * fails with a {@link StateFailure}. Keys have 1 to {@value #LONGEST_KEY} characters, no control
 * characters, and are not {@code .} or {@code ..}.
 */
public interface StateStore {

  int LONGEST_KEY = 512;
  int LARGEST_BODY = 1 << 20;

  /** The most keys of a page. */
  int LARGEST_PAGE = 1_000;

  Duration SHORTEST_TTL = Duration.ofSeconds(1);
  Duration LONGEST_TTL = Duration.ofDays(366);

  /** What stands there; empty: nothing. */
  Optional<Stored> read(String key);

  /**
   * Lets that stand there, if the condition holds.
   *
   * @param ttl how long; empty: until it is removed
   */
  Change write(String key, Body body, Expected expected, Optional<Duration> ttl);

  /** Lets nothing stand there, if the condition holds. */
  Change remove(String key, Expected expected);

  /**
   * Which keys there are, in the order of their code points.
   *
   * @param prefix what they begin with
   * @param after the last one of the page before; empty for the first page
   * @param limit 1 to {@link #LARGEST_PAGE}; a page with fewer keys is the last
   */
  List<Listed> list(String prefix, String after, int limit);

  /**
   * The same entries; each change fails with {@link StateFenced} once another one has taken the
   * lease.
   */
  StateStore fencedBy(Fence fence);

  /** Fails where a key cannot be kept. */
  static String checked(String key) {
    if (key.isEmpty()
        || key.length() > LONGEST_KEY
        || key.chars().anyMatch(Character::isISOControl)
        || key.equals(".")
        || key.equals("..")) {
      throw new IllegalArgumentException(
          "this cannot be a key; expected 1 to %d characters, none of them a control character, and not only dots"
              .formatted(LONGEST_KEY));
    }
    return key;
  }
}
