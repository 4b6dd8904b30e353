package dev.runnel.cache;

/** How far a router has come with what it shares. No event waits for it. */
public sealed interface Standing {

  /** It is shared with nobody, since nobody was named to share it with. */
  record Alone() implements Standing {}

  /** It is being started; nothing in it answers yet. */
  record Joining() implements Standing {}

  /** It is shared with those that {@link Members} tells of, who may be nobody else. */
  record Joined() implements Standing {}

  /**
   * It could not be started, and is tried again; nothing in it answers yet.
   *
   * @param reason for people
   */
  record Failed(String reason) implements Standing {}
}
