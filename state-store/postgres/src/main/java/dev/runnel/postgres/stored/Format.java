package dev.runnel.postgres.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.runnel.journal.UnreadableRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The outer form of all that is stored: one byte that says the version, then CBOR. */
final class Format {

  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 512;
  private static final CBORFactory CBOR = new CBORFactory();

  private Format() {}

  /** Writes the content of something that is stored. */
  interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] write(Content content) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    bytes.write(VERSION);
    try (JsonGenerator out = CBOR.createGenerator(bytes)) {
      content.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * What stands there: maps, lists, strings, numbers, booleans and bytes.
   *
   * @throws UnreadableRecord where it is of a version to come, or broken
   */
  static Object read(byte[] stored) {
    if (stored.length == 0 || stored[0] != VERSION) {
      throw new UnreadableRecord(
          "a record of the journal has version %s, this router reads version %d; run the release that wrote it, or a later one"
              .formatted(stored.length == 0 ? "none" : stored[0], VERSION));
    }
    try (JsonParser in = CBOR.createParser(stored, 1, stored.length - 1)) {
      in.nextToken();
      return Tree.read(in);
    } catch (IOException e) {
      throw new UnreadableRecord("a record of the journal is broken: " + e.getMessage(), e);
    }
  }
}
