package dev.runnel.faults.load;

/**
 * One request of a caller, and what became of it.
 *
 * @param event the id of the event that it carried
 * @param kept whether its connection had been used before
 */
public record Request(String event, boolean kept, End end) {

  /** How a request ends for the caller. */
  public sealed interface End {

    /** It was answered, to the last byte. */
    record Answered(int status) implements End {}

    /** The connection ended before the answer did. */
    record Cut() implements End {}

    /** The connection ended, and there was no answer at all. */
    record Unanswered() implements End {}
  }

  /** The status of its answer; 0: it has none. */
  public int status() {
    return switch (end) {
      case End.Answered(int status) -> status;
      case End.Cut(), End.Unanswered() -> 0;
    };
  }
}
