package dev.runnel.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Concerns;
import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.infinispan.stored.Codec;
import dev.runnel.infinispan.stored.Stored;
import java.time.Duration;
import java.time.Instant;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.impl.MetadataValueImpl;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final NearCopies<String, Stored<CachedAnswer>> copies =
      new NearCopies<>(
          Concerns.RESULTS, () -> now, () -> Duration.between(Instant.EPOCH, now).toNanos());

  @Test
  void weighTogetherNoMoreThanTheConcernAllows() {
    for (int i = 0; i < 200; i++) {
      copies.putIfAbsent("key" + i, copy(1 << 20, -1));
    }

    assertThat(copies.size()).isBetween(1, 64);
  }

  @Test
  void takeThePlaceOfWhatIsBeingRead() {
    MetadataValue<Stored<CachedAnswer>> place = reading();
    MetadataValue<Stored<CachedAnswer>> copy = copy(1, 60);

    assertThat(copies.putIfAbsent("key", place)).isTrue();
    assertThat(copies.putIfAbsent("key", copy)).isFalse();
    assertThat(copies.replace("key", place, copy)).isTrue();
    pass(Duration.ofSeconds(59));
    assertThat(copies.get("key")).isSameAs(copy);
  }

  @Test
  void areNotMadeOfWhatChangedWhileItWasRead() {
    MetadataValue<Stored<CachedAnswer>> place = reading();
    copies.putIfAbsent("key", place);

    assertThat(copies.remove("key")).isTrue();
    assertThat(copies.replace("key", place, copy(1, 60))).isFalse();
    assertThat(copies.get("key")).isNull();
  }

  @Test
  void leaveNoPlaceForWhatNeverArrives() {
    copies.putIfAbsent("key", reading());
    pass(Duration.ofSeconds(11));

    assertThat(copies.putIfAbsent("key", reading())).isTrue();
  }

  @Test
  void liveNoLongerThanWhatTheyAreOf() {
    MetadataValue<Stored<CachedAnswer>> copy = copy(1, 60);
    pass(Duration.ofSeconds(40));
    copies.putIfAbsent("key", copy);
    copies.putIfAbsent("over", copy(1, 0));

    assertThat(copies.get("over")).isNull();
    pass(Duration.ofSeconds(19));
    assertThat(copies.get("key")).isSameAs(copy);
    pass(Duration.ofSeconds(2));
    assertThat(copies.get("key")).isNull();
  }

  @Test
  void goAllAtOnce() {
    copies.putIfAbsent("a", copy(1, -1));
    copies.putIfAbsent("b", copy(1, -1));

    copies.clear();

    assertThat(copies).isEmpty();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private MetadataValue<Stored<CachedAnswer>> copy(int bytes, int seconds) {
    var answer = new CachedAnswer("", Bytes.wrapping(new byte[bytes]), "hello", "1", Instant.EPOCH);
    return new MetadataValueImpl<>(
        now.toEpochMilli(), seconds, -1, -1, 1, Codec.of(Concerns.RESULTS).stored(0, answer));
  }

  /** As the client marks what it is reading. */
  private static MetadataValue<Stored<CachedAnswer>> reading() {
    return new MetadataValueImpl<>(-1, -1, -1, -1, -1, null);
  }
}
