package dev.runnel.interop.broker;

/**
 * What a broker does with a subscriber's response code: the table of "Event Acknowledgement and
 * Delivery Retry" in Knative's eventing data plane specification.
 */
enum Verdict {
  /** Delivered; the event is done with. */
  COMPLETED,
  /** Not delivered; it may be in a while. */
  RETRY,
  /** Not delivered, and it will not be. */
  FAILED;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;

  static Verdict on(int status) {
    return switch (status) {
      case NOT_FOUND, CONFLICT, TOO_MANY_REQUESTS -> RETRY;
      default ->
          switch (status / 100) {
            case 1, 3, 4 -> FAILED;
            case 2 -> COMPLETED;
            // 5xx; and "a response code not in this table SHOULD be treated as a retriable error".
            default -> RETRY;
          };
    };
  }
}
