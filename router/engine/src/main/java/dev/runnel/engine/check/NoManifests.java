package dev.runnel.engine.check;

/** There is nothing to check where it was looked for; the message says where, and what to do. */
final class NoManifests extends Exception {

  private static final long serialVersionUID = 1L;

  NoManifests(String message) {
    super(message);
  }
}
