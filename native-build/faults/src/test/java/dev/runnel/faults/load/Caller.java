package dev.runnel.faults.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.faults.platform.Patience;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sends one request after the other over a connection that it keeps, as long as it may, and sees
 * each byte that comes back, and how a connection ends. It goes home when nobody listens any more.
 */
final class Caller implements Runnable {

  /** Longer than anybody is made to wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Between an answer and the next request. */
  private static final Duration THOUGHT = Duration.ofMillis(100);

  private static final int MOST_REQUESTS = 100_000;

  private final int port;
  private final String source;
  private final int number;
  private final Kind kind;
  private final String preference;
  private final List<Request> requests = new ArrayList<>();

  /**
   * A caller.
   *
   * @param preference how long it waits for its runs' ends, as in {@code wait=20}; or empty
   */
  Caller(int port, String source, int number, Kind kind, String preference) {
    this.port = port;
    this.source = source;
    this.number = number;
    this.kind = kind;
    this.preference = preference;
  }

  /** What it has sent, once it is home. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void run() {
    while (requests.size() < MOST_REQUESTS) {
      try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
        connection.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        talk(connection);
      } catch (IOException refused) {
        return;
      }
    }
  }

  /** Until the connection ends, or the router asks for its end. */
  private void talk(Socket connection) throws IOException {
    boolean goesOn = true;
    var in = new BufferedInputStream(connection.getInputStream());
    for (int i = 0; goesOn && requests.size() < MOST_REQUESTS; i++) {
      String event =
          "%s-%d-%d".formatted(kind.name().toLowerCase(Locale.ROOT), number, requests.size());
      var answer = new Answer();
      boolean kept = i > 0;
      try {
        connection.getOutputStream().write(request(event));
        answer.read(in);
        goesOn = answer.keeps();
      } catch (IOException reset) {
        goesOn = false;
      }
      requests.add(new Request(event, kept, answer.end()));
      Patience.pause(THOUGHT);
    }
  }

  private byte[] request(String event) {
    String head =
        """
        POST / HTTP/1.1
        Host: localhost
        ce-specversion: 1.0
        ce-id: %s
        ce-source: %s
        ce-type: %s
        Content-Type: application/json
        Content-Length: 2
        """
            .formatted(event, source, kind.type());
    String wish = preference.isEmpty() ? "" : "Prefer: " + preference + "\n";
    return ((head + wish + "\n").replace("\n", "\r\n") + "{}").getBytes(ISO_8859_1);
  }
}
