package dev.runnel.postgres.stored;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Line;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Short stand-ins for what may be long, or no text at all, in the database's indexes: the first
 * bytes of a SHA-256.
 */
public final class Digest {

  private Digest() {}

  /** By what an event is known again: its source and its id. */
  public static UUID ofSourceAndId(Event event) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, event.source().length()));
    digest.update(Text.units(event.source()));
    digest.update(Text.units(event.id()));
    return Text.uuid(digest.digest());
  }

  /** By what a line is known. */
  public static UUID ofLine(Line line) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, line.function().length()));
    digest.update(Text.units(line.function()));
    digest.update(Text.units(line.value()));
    return Text.uuid(digest.digest());
  }

  /** By what equal bytes are known. */
  public static UUID of(byte[] bytes) {
    return Text.uuid(sha256().digest(bytes));
  }

  /** What a value is looked for by; others may share it. */
  public static @Nullable Long ofTerm(@Nullable String value) {
    return value == null ? null : ofText(value);
  }

  /** The same for a value that is always there. */
  public static long ofText(String value) {
    return ByteBuffer.wrap(sha256().digest(Text.units(value))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
