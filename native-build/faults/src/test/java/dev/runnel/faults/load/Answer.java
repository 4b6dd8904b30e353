package dev.runnel.faults.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.faults.load.Request.End;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** An answer as it comes in: a head, and a body whose length the head says. */
final class Answer {

  private static final int MOST_HEAD = 16_384;
  private static final String STATUS_LINE = "HTTP/1.1 ";
  private static final String LENGTH = "content-length: ";

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private boolean whole;

  /** Returns when all of it is there. */
  void read(InputStream in) throws IOException {
    while (!text().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.size() > MOST_HEAD) {
        throw new EOFException("the answer ended after " + text());
      }
      head.write(next);
    }
    int length = header(LENGTH).map(Integer::parseInt).orElse(0);
    if (in.readNBytes(length).length < length) {
      throw new EOFException("the answer's body ended early");
    }
    whole = true;
  }

  /** Whether the connection may be used again. */
  boolean keeps() {
    return !text().toLowerCase(Locale.ROOT).contains("connection: close");
  }

  /** What has become of the request. */
  End end() {
    if (!whole) {
      return head.size() == 0 ? new End.Unanswered() : new End.Cut();
    }
    int status = STATUS_LINE.length();
    return new End.Answered(Integer.parseInt(text().substring(status, status + 3)));
  }

  private Optional<String> header(String name) {
    return text()
        .lines()
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(name))
        .map(it -> it.substring(name.length()).strip())
        .findFirst();
  }

  private String text() {
    return head.toString(ISO_8859_1);
  }
}
