package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routers that have one cache in common and no cluster. */
class HeartbeatMembersTest extends MembersContract {

  private final TestClock clock = new TestClock();
  private final StateStore shared = new MemoryStateStore("store", clock);
  private final HeartbeatMembers first = member("b");
  private HeartbeatMembers second;

  HeartbeatMembersTest() {
    clock.pass(Duration.ofSeconds(1));
    second = member("a");
  }

  private HeartbeatMembers member(String name) {
    return new HeartbeatMembers(shared.cache(Concerns.HEARTBEATS), name, clock, clock::nanos);
  }

  @BeforeEach
  void bothAreThere() {
    beat();
    Soon.holds("each hears the other", () -> bothSee(2));
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    shared.close();
  }

  @Override
  protected Members members() {
    return first;
  }

  @Override
  protected Members other() {
    return second;
  }

  @Test
  void whoIsThereLongestCoordinates() {
    assertThat(second.view().members()).containsExactly("b", "a");
    assertThat(second.view().coordinator()).isEqualTo("b");
  }

  @Test
  void whoIsSilentIsNotThere() {
    clock.pass(HeartbeatMembers.ABSENT);
    first.beat().await().indefinitely();
    assertThat(first.view().members()).containsExactly("b", "a");
    clock.pass(Duration.ofMillis(1));
    first.beat().await().indefinitely();

    assertThat(first.view().members()).containsExactly("b");
    assertThat(first.suspicion()).isEmpty();
    Soon.holds("the other still hears this one", () -> second.view().members().contains("b"));
  }

  @Test
  void whoComesAgainIsYounger() {
    second.close();
    clock.pass(Duration.ofSeconds(1));
    second = member("a");
    beat();

    Soon.holds("it is there", () -> bothSee(2));
    assertThat(first.view().members()).containsExactly("b", "a");
  }

  @Test
  void suspectsWhoIsLate() {
    for (int i = 0; i < 10; i++) {
      clock.pass(Heartbeats.INTERVAL);
      beat();
      long now = clock.nanos();
      Soon.holds("it is heard now", () -> first.suspicion().getOrDefault("a", 9.0) < 0.1);
      assertThat(now).isEqualTo(clock.nanos());
    }

    clock.pass(Duration.ofSeconds(3));

    assertThat(first.suspicion().get("a")).isGreaterThan(8);
    assertThat(first.view().members()).contains("a");
  }

  private void beat() {
    first.beat().await().indefinitely();
    second.beat().await().indefinitely();
  }

  private boolean bothSee(int members) {
    return first.view().members().size() == members && second.view().members().size() == members;
  }
}
