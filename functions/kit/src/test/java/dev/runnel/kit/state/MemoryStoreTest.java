package dev.runnel.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StateContract {

  private final AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());
  private final MemoryStore store = new MemoryStore(now::get);

  @Override
  protected StateStore store() {
    return store;
  }

  @Test
  void forgetsWhatHasExpired() {
    var body = new Body("text/plain", new byte[0]);
    store.write("a", body, Expected.ANYTHING, Optional.of(Duration.ofSeconds(10)));
    now.updateAndGet(time -> time.plusSeconds(9));
    assertThat(store.read("a")).isPresent();

    now.updateAndGet(time -> time.plusSeconds(1));

    assertThat(store.read("a")).isEmpty();
    assertThat(store.list("", "", 10)).isEmpty();
    assertThat(store.remove("a", Expected.ANYTHING)).isEqualTo(new Change.Made(0, false));
    assertThat(store.write("a", body, Expected.NOTHING, Optional.empty()))
        .isInstanceOf(Change.Made.class);
  }

  @Test
  void isFullAfterSoManyBytesAndHasRoomAgainWhenTheyExpire() {
    var body = new Body("text/plain", new byte[1 << 20]);
    for (int key = 0; key < 256; key++) {
      store.write("a" + key, body, Expected.ANYTHING, Optional.of(Duration.ofSeconds(10)));
    }

    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> store.write("b", body, Expected.ANYTHING, Optional.empty()))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(507));
    assertThat(store.write("a7", body, Expected.ANYTHING, Optional.empty()))
        .isInstanceOf(Change.Made.class);
    now.updateAndGet(time -> time.plusSeconds(10));
    assertThat(store.write("b", body, Expected.ANYTHING, Optional.empty()))
        .isInstanceOf(Change.Made.class);
  }
}
