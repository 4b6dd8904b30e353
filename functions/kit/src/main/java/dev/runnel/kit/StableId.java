package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Event;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The id of an answer: the same whenever the same event is sent to the same function, so that an
 * answer to a repeated call is recognised as the same event.
 */
final class StableId {
  /** 22 characters of base64 hold 132 bits: enough that two answers never share an id. */
  private static final int LENGTH = 22;

  private StableId() {}

  /**
   * The id of the function's answer to the event.
   *
   * @param index the how manieth event of the answer it names, from 0
   */
  static String of(Event event, String function, int index) {
    // No attribute can hold U+0000, so that no two calls have the same text.
    String call = String.join("\0", event.source(), event.id(), function, Integer.toString(index));
    byte[] hash = sha256().digest(call.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
