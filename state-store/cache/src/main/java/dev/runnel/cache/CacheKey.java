package dev.runnel.cache;

/**
 * Names an entry of a cache.
 *
 * @param group what is forgotten together: a function, a capability
 * @param name tells the group's entries apart; empty where it has one only
 */
public record CacheKey(String group, String name) {

  /** Characters of either part. */
  public static final int LONGEST = 512;

  /** Refuses what is longer than any key has to be. */
  public CacheKey {
    check("group", group);
    check("name", name);
  }

  /** The key of a group that has one entry. */
  public static CacheKey of(String group) {
    return new CacheKey(group, "");
  }

  private static void check(String part, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The %s of a key has %d characters, at most %d are allowed; use a digest of it."
              .formatted(part, text.length(), LONGEST));
    }
  }
}
