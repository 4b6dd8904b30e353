package dev.runnel.journal;

/** A router writes to what is not its own any more: another router, or its next life, has it. */
public final class Fenced extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Fenced(String message) {
    super(message);
  }
}
