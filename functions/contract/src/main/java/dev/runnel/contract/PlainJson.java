package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event's JSON object as most senders write it: read as {@link StrictJson} reads it, in a
 * fraction of the time. A refusal of this says only that the document has to be read there.
 */
final class PlainJson implements JsonTokens {

  private final byte[] document;
  private final PlainScan scan;
  private @Nullable JsonToken token;
  private boolean hasMembers;
  private int opened;
  private String name = "";

  /** The place of the current value's first byte. */
  private int from;

  PlainJson(byte[] document, Limits limits) {
    this.document = document;
    this.scan = new PlainScan(document, limits);
  }

  /** Whether the bytes are one document of plain JSON. */
  static boolean isWhole(byte[] document, Limits limits) {
    var scan = new PlainScan(document, limits);
    try {
      scan.value();
      return scan.isAtEnd();
    } catch (Refusal unusual) {
      return false;
    }
  }

  /** A value is passed as a whole, also an object or an array. */
  @Override
  public @Nullable JsonToken next() throws Refusal {
    if (token == JsonToken.FIELD_NAME) {
      token = value();
    } else if (token == null) {
      token = begin();
    } else if (token == JsonToken.END_OBJECT) {
      token = end();
    } else {
      token = member();
    }
    return token;
  }

  private JsonToken begin() throws Refusal {
    opened = scan.openObject();
    return JsonToken.START_OBJECT;
  }

  private JsonToken member() throws Refusal {
    if (scan.isAt('}')) {
      scan.closeObject(opened);
      return JsonToken.END_OBJECT;
    }
    if (hasMembers) {
      scan.take(',');
    }
    hasMembers = true;
    scan.key();
    name = scan.keyText();
    return JsonToken.FIELD_NAME;
  }

  private JsonToken value() throws Refusal {
    from = scan.skipBlanks();
    return scan.value();
  }

  private @Nullable JsonToken end() throws Refusal {
    if (!scan.isAtEnd()) {
      throw PlainScan.unusual();
    }
    return null;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String text() {
    if (token != JsonToken.VALUE_STRING) {
      return new String(document, from, scan.position() - from, ISO_8859_1);
    }
    if (scan.hasEscapes()) {
      return JsonEscapes.decoded(document, scan.textFrom(), scan.textTo());
    }
    // Without a look at each byte once more.
    Charset charset = scan.isAscii() ? ISO_8859_1 : UTF_8;
    return new String(document, scan.textFrom(), scan.textTo() - scan.textFrom(), charset);
  }

  @Override
  public byte[] raw() {
    return Arrays.copyOfRange(document, from, scan.position());
  }

  @Override
  public Refusal refusal(String detail) {
    return PlainScan.unusual();
  }
}
