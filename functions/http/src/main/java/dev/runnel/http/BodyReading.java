package dev.runnel.http;

/** What came of reading a request's body. */
sealed interface BodyReading {

  /** The whole body. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Whole(byte[] bytes) implements BodyReading {}

  /** The body is, or says it is, larger than the limit; nothing of it was kept. */
  record TooLarge(int limit) implements BodyReading {}

  /** There is no room for it now; nothing of it was kept. */
  record NoRoom() implements BodyReading {}
}
