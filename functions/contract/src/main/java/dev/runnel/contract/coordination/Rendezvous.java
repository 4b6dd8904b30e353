package dev.runnel.contract.coordination;

import java.util.Comparator;
import java.util.List;

/**
 * Which of several names a key belongs to: the one whose hash with it is highest, so that only the
 * keys of a name move that comes or goes. Thaler, Ravishankar: "Using name-based mappings to
 * increase hit rates", 1998.
 */
public final class Rendezvous {

  /** FNV-1a, 64 bits. */
  private static final long OFFSET = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  /** Stafford's mix 13, the finalizer of SplitMix64. */
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;

  private static final long MIX_2 = 0x94d049bb133111ebL;

  private Rendezvous() {}

  /**
   * Whom the key belongs to.
   *
   * @param names at least one, in any order
   * @param group keys of different groups are apart, also where they are called alike
   */
  public static String owner(List<String> names, String group, String key) {
    long keyHash = hash(hash(OFFSET, group), key);
    return names.stream()
        .max(
            Comparator.comparingLong((String name) -> mix(hash(keyHash, name)))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalArgumentException("nobody is there to own " + key));
  }

  /** The end of the text is part of it, so that parts do not run together. */
  private static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0xffff) * PRIME;
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * MIX_1;
    mixed = (mixed ^ (mixed >>> 27)) * MIX_2;
    return mixed ^ (mixed >>> 31);
  }
}
