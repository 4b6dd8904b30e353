package dev.runnel.infinispan.settings;

/** What all members of a cluster know, and nobody else. */
public final class ClusterKey {

  /** So that it cannot be found by trying. */
  private static final int SHORTEST = 20;

  private final String text;

  /** Refuses what could be guessed. */
  public ClusterKey(String text) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "The key of the cluster has %d characters, at least %d are needed: take some random ones, as of openssl rand -base64 32."
              .formatted(text.length(), SHORTEST));
    }
    this.text = text;
  }

  /** For whoever derives something from it. */
  public char[] characters() {
    return text.toCharArray();
  }

  /** Does not say it. */
  @Override
  public String toString() {
    return "ClusterKey";
  }
}
