package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;

/** What hostile callers send, made once: whole requests, ready to be written. */
final class HostileRequests {

  static final int STREAMS = 1_000;

  /** The beginning of every request over HTTP/1.1. */
  static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\n";

  private static final int NESTED = 10_000;
  private static final int NUMBERS = 89_990;
  private static final int EVENTS = 1_000;
  private static final int EVENT_BYTES = 7_000;
  private static final String EVENT =
      "{\"specversion\":\"1.0\",\"type\":\"nobody.wants\",\"source\":\"/h\",\"id\":\"%s\",\"data\":%s}";

  private static final int HTTP2_HEADERS = 1;
  private static final int HTTP2_RESET = 3;
  private static final int HTTP2_SETTINGS = 4;
  private static final int END_HEADERS = 4;
  private static final byte[] CANCEL = {0, 0, 0, 8};

  static final byte[] DEEP_JSON =
      request("", EVENT.formatted("deep", "[".repeat(NESTED) + "]".repeat(NESTED)));
  static final byte[] LARGE_EVENT =
      request("", EVENT.formatted("large", "[" + "1234567890,".repeat(NUMBERS) + "1]"));
  static final byte[] LARGE_BATCH = request("-batch", batch());
  static final byte[] RAPID_RESET = resets();

  private HostileRequests() {}

  private static byte[] request(String kind, String body) {
    String head =
        "%sContent-Type: application/cloudevents%s+json\r\nContent-Length: %d\r\n\r\n"
            .formatted(HEAD, kind, body.length());
    return (head + body).getBytes(US_ASCII);
  }

  private static String batch() {
    var batch = new StringBuilder("[");
    for (int i = 0; i < EVENTS; i++) {
      String data = "[" + "1,".repeat(EVENT_BYTES / 2) + "1]";
      batch.append(i == 0 ? "" : ",").append(EVENT.formatted("batch-" + i, data));
    }
    return batch.append(']').toString();
  }

  private static byte[] resets() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    bytes.writeBytes(frame(HTTP2_SETTINGS, 0, 0, new byte[0]));
    byte[] head = http2Head();
    for (int i = 0; i < STREAMS; i++) {
      bytes.writeBytes(frame(HTTP2_HEADERS, END_HEADERS, 2 * i + 1, head));
      bytes.writeBytes(frame(HTTP2_RESET, 0, 2 * i + 1, CANCEL));
    }
    return bytes.toByteArray();
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteBuf frame = Unpooled.buffer(9 + payload.length, 9 + payload.length);
    frame.writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream);
    return frame.writeBytes(payload).array();
  }

  private static byte[] http2Head() {
    Http2Headers headers =
        new DefaultHttp2Headers()
            .method("POST")
            .path("/")
            .scheme("http")
            .authority("localhost")
            .add("ce-specversion", "1.0")
            .add("ce-type", "nobody.wants")
            .add("ce-source", "/h")
            .add("ce-id", "reset");
    ByteBuf block = Unpooled.buffer();
    try {
      // Nothing stands in the table of the connection, so the same bytes do for every stream.
      new DefaultHttp2HeadersEncoder((_, _) -> true).encodeHeaders(1, headers, block);
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    var bytes = new byte[block.readableBytes()];
    block.readBytes(bytes);
    return bytes;
  }
}
