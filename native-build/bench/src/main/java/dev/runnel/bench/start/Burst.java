package dev.runnel.bench.start;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Load: several callers, each of which asks again as soon as it is answered. */
final class Burst {

  private static final int CALLERS = 8;
  private static final int REQUESTS_EACH = 25;

  private Burst() {}

  /** Comes back when all are answered. */
  static void at(SocketAddress address, Request request) throws IOException, InterruptedException {
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      var all =
          IntStream.range(0, CALLERS)
              .mapToObj(_ -> callers.submit(() -> asked(address, request)))
              .toList();
      for (Future<?> caller : all) {
        caller.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("under load: " + e.getMessage(), e);
    }
  }

  private static boolean asked(SocketAddress address, Request request) throws IOException {
    for (int i = 0; i < REQUESTS_EACH; i++) {
      try (Connection connection = Connection.to(address)) {
        connection.ask(request);
        connection.finish();
      }
    }
    return true;
  }
}
