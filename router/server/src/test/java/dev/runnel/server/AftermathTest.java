package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What large and broken requests leave behind: nothing. */
@QuarkusTest
@Timeout(90)
class AftermathTest extends RouterTest {

  private static final int ROUNDS = 40;
  private static final long SPARE = 32L << 20;
  private static final int SECONDS_TO_HEAL = 30;
  private static final Event EVENT = Poster.event("nobody.wants", "{}");
  private static final String HEAD = RawHttp.head(EVENT);
  private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

  @Test
  void memoryIsBackSoon() {
    attack();
    long before = used();
    for (int i = 0; i < ROUNDS; i++) {
      attack();
    }
    long after = used();
    for (int i = 0; after > before + SPARE && i < SECONDS_TO_HEAL; i++) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      after = used();
    }

    assertThat(after).isLessThan(before + SPARE);
    assertThat(poster.post(EVENT).statusCode()).isEqualTo(202);
  }

  private void attack() {
    tooLargeInChunks();
    poster.postStructured("[".repeat(500_000));
    poster.postStructured("{\"data\":" + "1".repeat(500_000));
    poster.postBatch(Collections.nCopies(1_000, "{\"id\":[]}"));
    poster.send("POST", "/", "x".repeat(1 << 20), "Content-Encoding", "identity");
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Content-Length: 1000000\r\n\r\n" + "x".repeat(500_000));
    }
  }

  private void tooLargeInChunks() {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      for (int sent = 0; sent < 4 << 20; sent += 0x10000) {
        caller.send(CHUNK);
      }
    } catch (UncheckedIOException closed) {
      // the router has had enough of it
    }
  }

  private long used() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
