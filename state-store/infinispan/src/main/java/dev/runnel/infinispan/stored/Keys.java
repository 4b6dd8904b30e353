package dev.runnel.infinispan.stored;

import dev.runnel.cache.CacheKey;

/** Keys as one text: the length of the group, the group, the name. {@code 6:orders17} */
public final class Keys {

  private static final char END = ':';

  private Keys() {}

  public static String text(CacheKey key) {
    return prefix(key.group()) + key.name();
  }

  public static CacheKey key(String text) {
    int end = text.indexOf(END);
    int name = end + 1 + Integer.parseInt(text, 0, end, 10);
    return new CacheKey(text.substring(end + 1, name), text.substring(name));
  }

  /** What the keys of a group begin with, and no others. */
  static String prefix(String group) {
    return group.length() + ":" + group;
  }
}
