package dev.runnel.journal.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.journal.keyed.Leases.Acquiring;
import dev.runnel.journal.keyed.Leases.Held;
import dev.runnel.journal.keyed.Leases.HeldByOther;
import dev.runnel.journal.keyed.Leases.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything keeps that gives out leases. */
public abstract class LeasesContract {

  private static final Key KEY = new Key("agents", "leader");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CALLERS = 16;
  private static final int TURNS = 50;

  /** One that knows nothing. */
  protected abstract KeyedWorld world(KeyedLimits limits);

  private KeyedWorld world;
  private Leases leases;

  @BeforeEach
  void begin() {
    world = world(KeyedLimits.DEFAULTS);
    leases = world.leases();
  }

  @Test
  void isNobodysAtFirst() {
    assertThat(read()).isEmpty();
    assertThat(renew(1)).isEmpty();
    assertThat(release(1)).isFalse();
  }

  @Test
  void isHeldByWhoCameFirst() {
    Held held = hold("a");

    assertThat(read()).contains(new Lease("a", held.token(), held.until()));
    assertThat(acquire("b", MINUTE))
        .isEqualTo(new HeldByOther(new Lease("a", held.token(), held.until())));
  }

  @Test
  void isKeptByItsHolderUnderTheSameToken() {
    Held held = hold("a");

    Held longer = (Held) acquire("a", Duration.ofMinutes(2));

    assertThat(longer.token()).isEqualTo(held.token());
    assertThat(longer.until()).isAfter(held.until());
    world.pass(MINUTE);
    assertThat(acquire("b", MINUTE)).isInstanceOf(HeldByOther.class);
  }

  @Test
  void isRenewedByItsTokenOnly() {
    Held held = hold("a");

    Held longer =
        leases.renew(KEY, held.token(), Duration.ofMinutes(2)).await().indefinitely().orElseThrow();

    assertThat(longer.token()).isEqualTo(held.token());
    assertThat(longer.until()).isAfter(held.until());
    assertThat(renew(held.token() + 1)).isEmpty();
  }

  @Test
  void isNobodysWhenItHasRunOut() {
    Held held = hold("a");

    world.pass(MINUTE);

    assertThat(read()).isEmpty();
    assertThat(renew(held.token())).isEmpty();
    assertThat(release(held.token())).isFalse();
    assertThat(hold("b").token()).isGreaterThan(held.token());
    assertThat(renew(held.token())).isEmpty();
  }

  @Test
  void isNobodysWhenItIsReleased() {
    Held held = hold("a");
    assertThat(release(held.token() + 1)).isFalse();
    assertThat(acquire("b", MINUTE)).isInstanceOf(HeldByOther.class);

    assertThat(release(held.token())).isTrue();

    assertThat(read()).isEmpty();
    assertThat(release(held.token())).isFalse();
    assertThat(renew(held.token())).isEmpty();
    assertThat(hold("b").token()).isGreaterThan(held.token());
  }

  @Test
  void hasAHigherTokenWheneverItIsTakenAnew() {
    var tokens = new ArrayList<Long>();
    for (int i = 0; i < 4; i++) {
      tokens.add(hold("a").token());
      world.pass(i == 2 ? Leases.MEMORY.plus(MINUTE) : MINUTE);
    }
    Held last = hold("a");
    release(last.token());
    tokens.add(last.token());
    tokens.add(hold("a").token());

    assertThat(tokens).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void isAnotherOneInAnotherCapability() {
    hold("a");

    assertThat(leases.acquire(new Key("cost", KEY.name()), "b", MINUTE).await().indefinitely())
        .isInstanceOf(Held.class);
  }

  @Test
  void refusesMoreNamesThanACapabilityMayHave() {
    world = world(new KeyedLimits(1, 1, 2, 1, 1));
    leases = world.leases();
    Key third = new Key("agents", "third");
    hold("a");
    leases.acquire(new Key("agents", "second"), "a", MINUTE).await().indefinitely();

    assertThat(leases.acquire(third, "a", MINUTE).await().indefinitely())
        .isEqualTo(new QuotaExceeded(QuotaExceeded.What.LEASES, 2, 2));
    hold("a");
  }

  @Test
  void refusesTimesAndHoldersThatMakeNoSense() {
    for (Duration ttl : List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofMinutes(61))) {
      assertThatThrownBy(() -> acquire("a", ttl)).hasMessageContaining("expected PT1S to PT1H");
      assertThatThrownBy(() -> leases.renew(KEY, 1, ttl)).hasMessageContaining("expected");
    }
    for (String holder : List.of("", "x".repeat(513), "a\0b")) {
      assertThatThrownBy(() -> acquire(holder, MINUTE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the holder has");
    }
  }

  @Test
  void isNeverHeldByTwo() throws Exception {
    var holders = new AtomicInteger();
    List<Long> tokens = Collections.synchronizedList(new ArrayList<>());

    Together.all(
        CALLERS,
        caller ->
            () -> {
              for (int i = 0; i < TURNS; i++) {
                takeTurn("h" + caller, holders, tokens);
              }
              return caller;
            });

    assertThat(tokens).isNotEmpty().isSorted().doesNotHaveDuplicates();
  }

  private void takeTurn(String holder, AtomicInteger holders, List<Long> tokens) {
    if (acquire(holder, MINUTE) instanceof Held held) {
      assertThat(holders.incrementAndGet()).isEqualTo(1);
      tokens.add(held.token());
      assertThat(renew(held.token())).isPresent();
      holders.decrementAndGet();
      assertThat(release(held.token())).isTrue();
    }
  }

  private Acquiring acquire(String holder, Duration ttl) {
    return leases.acquire(KEY, holder, ttl).await().indefinitely();
  }

  private Held hold(String holder) {
    return (Held) acquire(holder, MINUTE);
  }

  private Optional<Held> renew(long token) {
    return leases.renew(KEY, token, MINUTE).await().indefinitely();
  }

  private boolean release(long token) {
    return leases.release(KEY, token).await().indefinitely();
  }

  private Optional<Lease> read() {
    return leases.read(KEY).await().indefinitely();
  }
}
