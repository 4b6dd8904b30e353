package dev.runnel.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection to the router in HTTP/2 without TLS, frame by frame (RFC 9113). */
final class RawHttp2 implements AutoCloseable {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int MAX_FRAMES = 3_000_000;
  private static final byte[] NOTHING = new byte[0];

  /** A frame that was received. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  record Frame(int type, int flags, int stream, byte[] payload) {}

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final DefaultHttp2HeadersEncoder hpack = new DefaultHttp2HeadersEncoder();

  private RawHttp2(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** A connection that has begun as it should. */
  static RawHttp2 to(URI root) {
    try {
      var socket = new Socket(root.getHost(), root.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      var connection = new RawHttp2(socket);
      connection.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      connection.send(SETTINGS, 0, 0, NOTHING);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headers of a request, compressed. */
  byte[] request(String method, Map<String, String> more) {
    Http2Headers headers =
        new DefaultHttp2Headers().method(method).path("/").scheme("http").authority("router");
    more.forEach(headers::add);
    ByteBuf block = Unpooled.buffer();
    try {
      hpack.encodeHeaders(1, headers, block);
    } catch (Http2Exception impossible) {
      throw new IllegalStateException(impossible);
    }
    var bytes = new byte[block.readableBytes()];
    block.readBytes(bytes);
    return bytes;
  }

  /** The status that these headers answer. */
  String status(Frame headers) {
    try {
      Http2Headers answer =
          new DefaultHttp2HeadersDecoder()
              .decodeHeaders(headers.stream(), Unpooled.wrappedBuffer(headers.payload()));
      return String.valueOf(answer.status());
    } catch (Http2Exception e) {
      throw new AssertionError("the answer's headers cannot be read", e);
    }
  }

  /** Whether the frame could still be sent. */
  boolean send(int type, int flags, int stream, byte[] payload) {
    return send(frame(type, flags, stream, payload));
  }

  boolean send(byte[] frames) {
    try {
      out.write(frames);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteBuf frame = Unpooled.buffer(9 + payload.length);
    frame.writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream);
    return frame.writeBytes(payload).array();
  }

  /** The next frame of this type; null when the connection was closed before there was one. */
  @Nullable Frame next(int type) {
    for (int i = 0; i < MAX_FRAMES; i++) {
      Frame frame = next();
      if (frame == null || frame.type() == type) {
        return frame;
      }
    }
    throw new AssertionError("there were only other frames");
  }

  /** The next frame, null when the connection is closed. */
  private @Nullable Frame next() {
    try {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      return new Frame(type, flags, stream, in.readNBytes(length));
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException("the router neither answered nor closed", e);
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
