package dev.runnel.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One connection to the router, for requests that no proper client would send. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int MAX_ANSWER = 1 << 20;

  private static final Pattern LENGTH = Pattern.compile("\\d{1,7}");

  /** An answer, read to its end. */
  record Answer(int status, HttpHeaders headers, String body) {}

  private final Socket socket;

  private RawHttp(Socket socket) {
    this.socket = socket;
  }

  static RawHttp to(URI root) {
    try {
      var socket = new Socket(root.getHost(), root.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new RawHttp(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event as one request in binary mode. */
  static String post(Event event, String... headers) {
    return head(event, headers)
        + "Content-Length: "
        + event.data().bytes().length
        + "\r\n\r\n"
        + event.data().text();
  }

  /** The beginning of that request, up to what says how long the body is. */
  static String head(Event event, String... headers) {
    var head = new StringBuilder("POST / HTTP/1.1\r\nHost: router\r\n");
    EventWriter.binaryHeaders(event)
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    List.of(headers).forEach(header -> head.append(header).append("\r\n"));
    return head.toString();
  }

  void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads up to and with the first occurrence of this. */
  String readUntil(String end) {
    var read = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      for (int i = 0; i < MAX_ANSWER; i++) {
        int next = in.read();
        if (next < 0) {
          throw new AssertionError("the connection was closed after: " + text(read));
        }
        read.write(next);
        if (next == end.charAt(end.length() - 1) && text(read).endsWith(end)) {
          return text(read);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("after: " + text(read), e);
    }
    throw new AssertionError("there was no " + end);
  }

  /** Reads one answer, whose head says how long it is. */
  Answer answer() {
    List<String> head = readUntil("\r\n\r\n").lines().toList();
    Map<String, List<String>> fields =
        head.stream()
            .skip(1)
            .filter(line -> !line.isEmpty())
            .map(line -> line.split(": ?", 2))
            .collect(groupingBy(field -> field[0], mapping(field -> field[1], toList())));
    var headers = HttpHeaders.of(fields, (_, _) -> true);
    String length = headers.firstValue("Content-Length").orElse("");
    assertThat(length).as("length in %s", head).matches(LENGTH);
    int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    return new Answer(status, headers, read(Integer.parseInt(length)));
  }

  private String read(int length) {
    try {
      return new String(socket.getInputStream().readNBytes(length), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all answers until the router closes the connection. */
  String readToTheEnd() {
    var read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException reset) {
      // closed all the same, and what came before counts
    } catch (IOException e) {
      throw new UncheckedIOException("after: " + text(read), e);
    }
    return text(read);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(ISO_8859_1);
  }
}
