package dev.runnel.kit.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.backend.Backend;
import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.State;
import dev.runnel.kit.state.StateFenced;
import dev.runnel.kit.state.StateRefused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How instances agree, over whatever keeps it. Each test has names of its own. */
public abstract class CoordinationContract {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int ADDERS = 8;
  private static final int ROUNDS = 25;

  private final String name = "日本/" + UUID.randomUUID();

  /** By which instances of this class know how late it is. */
  protected final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE);

  /** The same for all calls in a test. */
  protected abstract Backend backend();

  private Leases leases() {
    return new Leases(backend().leases(), nanoTime::get);
  }

  private State state() {
    return new State(backend().state(), new ObjectMapper());
  }

  private Counters counters() {
    return new Counters(backend().counters());
  }

  @Test
  void oneHoldsALeaseAtATime() {
    Leases leases = leases();
    Lease first = leases.tryAcquire(name, HOUR).orElseThrow();

    assertThat(leases.tryAcquire(name, HOUR)).isEmpty();
    assertThat(leases().tryAcquire(name, HOUR)).isEmpty();
    assertThat(leases.holding(name))
        .hasValueSatisfying(it -> assertThat(it.token()).isEqualTo(first.token()));
    first.close();
    assertThat(first.isHeld()).isFalse();
    assertThat(leases.holding(name)).isEmpty();
    try (Lease second = leases.tryAcquire(name, HOUR).orElseThrow()) {
      assertThat(second.token()).isGreaterThan(first.token());
      assertThat(first.renew()).isFalse();
      assertThat(leases.holding(name).orElseThrow().token()).isEqualTo(second.token());
    }
  }

  @Test
  void aLeaseIsHeldForItsTimeAndRenewed() {
    try (Lease lease = leases().tryAcquire(name, HOUR).orElseThrow()) {
      nanoTime.addAndGet(HOUR.toNanos() - 1);
      assertThat(lease.isHeld()).isTrue();
      assertThat(lease.renew()).isTrue();
      nanoTime.addAndGet(HOUR.toNanos() - 1);
      assertThat(lease.isHeld()).isTrue();
      nanoTime.addAndGet(1);
      assertThat(lease.isHeld()).isFalse();
    }
  }

  @Test
  void aLeaseThatRanOutAndIsFreeIsNotTakenAgainByRenewing() {
    Lease lease = leases().tryAcquire(name, HOUR).orElseThrow();
    assertThat(backend().leases().release(name, lease.token())).isTrue();

    assertThat(lease.renew()).isFalse();
    assertThat(lease.isHeld()).isFalse();
    assertThat(leases().holding(name)).isEmpty();
  }

  @Test
  void refusesTimesThatNoLeaseHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leases().tryAcquire(name, Duration.ofMillis(999)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leases().tryAcquire(name, HOUR.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> leases().tryAcquire("", HOUR));
  }

  @Test
  void whoLostTheLeaseChangesNothingOfItsSuccessors() {
    Lease lease = leases().tryAcquire(name, HOUR).orElseThrow();
    State fenced = state().fencedBy(lease.fence());
    fenced.put(name, "mine");
    lease.close();
    long version = fenced.put(name, "mine, as nobody else has it yet");

    try (Lease successor = leases().tryAcquire(name, HOUR).orElseThrow()) {
      assertThatExceptionOfType(StateFenced.class).isThrownBy(() -> fenced.put(name, "late"));
      assertThatExceptionOfType(StateFenced.class)
          .isThrownBy(() -> fenced.compareAndSet(name, version, "late"));
      assertThatExceptionOfType(StateFenced.class).isThrownBy(() -> fenced.remove(name));
      State other = fenced.fencedBy(successor.fence());
      assertThat(other.compareAndSet(name, version, "another's")).isPresent();
    }
    assertThatExceptionOfType(StateFenced.class).isThrownBy(() -> fenced.put(name, "late"));
  }

  @Test
  void aFenceOfAnotherNameIsNone() {
    try (Lease lease = leases().tryAcquire(name, HOUR).orElseThrow()) {
      var foreign = new Fence(name + "/other", lease.token());

      assertThatExceptionOfType(StateFenced.class)
          .isThrownBy(() -> state().fencedBy(foreign).put(name, 1));
    }
  }

  @Test
  void oneLeadsUntilItResigns() {
    Election one = leases().election(name, HOUR);
    Election other = leases().election(name, HOUR);

    assertThat(one.leads()).isTrue();
    assertThat(other.leads()).isFalse();
    one.resign();
    assertThat(one.leads()).isFalse();
    assertThat(other.leads()).as("asked only now and then").isFalse();
    nanoTime.addAndGet(HOUR.toNanos() / 3);
    assertThat(other.leads()).isTrue();
    assertThat(one.leads()).isFalse();
    other.resign();
    nanoTime.addAndGet(HOUR.toNanos());
    assertThat(one.leadership()).isPresent();
    one.resign();
  }

  @Test
  void whoLeadsRenewsInTime() {
    Election one = leases().election(name, HOUR);
    long token = one.leadership().orElseThrow().token();
    for (int i = 0; i < 5; i++) {
      nanoTime.addAndGet(HOUR.toNanos() / 2);
      assertThat(one.leadership())
          .hasValueSatisfying(lease -> assertThat(lease.token()).isEqualTo(token));
    }
    one.resign();
  }

  @Test
  void countsExactly() {
    Counters counters = counters();
    assertThat(counters.get(name)).isZero();
    assertThat(counters.add(name, 3)).isEqualTo(3);
    assertThat(counters.add(name, -5, "e/1")).isEqualTo(-2);
    assertThat(counters.add(name, 1)).isEqualTo(-1);
    assertThat(counters.add(name, -5, "e/1")).as("made before").isEqualTo(-2);
    assertThat(counters.get(name)).isEqualTo(-1);
    assertThat(counters.remove(name)).isTrue();
    assertThat(counters.remove(name)).isFalse();
    assertThat(counters.get(name)).isZero();
  }

  @Test
  void losesNoAdditionOfMany() {
    try (ExecutorService threads = Executors.newFixedThreadPool(ADDERS)) {
      List<CompletableFuture<Void>> adders =
          IntStream.range(0, ADDERS)
              .mapToObj(adder -> CompletableFuture.runAsync(this::addSeveral, threads))
              .toList();
      adders.forEach(CompletableFuture::join);
    }

    assertThat(counters().get(name)).isEqualTo((long) ADDERS * ROUNDS);
  }

  private void addSeveral() {
    for (int round = 0; round < ROUNDS; round++) {
      counters().add(name, 1);
    }
  }

  @Test
  void doesNotCountTooFar() {
    long most = 999_999_999_999_999_999L;
    IntStream.range(0, 9).forEach(i -> counters().add(name, most));

    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> counters().add(name, most))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
    assertThat(counters().get(name)).isEqualTo(9 * most);
    assertThatIllegalArgumentException().isThrownBy(() -> counters().add(name, most + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> counters().add(name, 1, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> counters().add(name, 1, "o".repeat(129)));
  }

  @Test
  void membersOfAGroupSayAlikeWhoseAKeyIs() {
    String group = UUID.randomUUID().toString();
    Group one = member(group, "one");
    Group other = member(group, "other");
    assertThat(one.members()).containsExactly("one");
    assertThat(other.members()).containsExactly("one", "other");
    assertThat(one.members()).as("asked only now and then").containsExactly("one");

    nanoTime.addAndGet(HOUR.toNanos() / 3);

    assertThat(one.members()).containsExactly("one", "other");
    assertThat(IntStream.range(0, 100).mapToObj(Integer::toString))
        .allSatisfy(key -> assertThat(one.owner(key)).isEqualTo(other.owner(key)))
        .anyMatch(one::owns)
        .anyMatch(other::owns);
    one.leave();
    nanoTime.addAndGet(HOUR.toNanos() / 3);
    assertThat(other.members()).containsExactly("other");
  }

  @Test
  void aMemberThatSaysNothingIsSuspectedMoreAndMore() {
    String group = UUID.randomUUID().toString();
    Group one = member(group, "one");
    Group other = member(group, "other");
    for (int i = 0; i < 10; i++) {
      other.members();
      one.members();
      nanoTime.addAndGet(HOUR.toNanos() / 3);
    }

    assertThat(one.suspicion()).containsOnlyKeys("other");
    double inTime = phi(one);
    nanoTime.addAndGet(HOUR.toNanos() / 3);
    double late = phi(one);
    nanoTime.addAndGet(HOUR.toNanos() / 3);

    assertThat(inTime).isLessThan(1);
    assertThat(late).isGreaterThan(inTime).isLessThan(phi(one));
    assertThat(phi(one)).isGreaterThan(3);
    other.members();
    nanoTime.addAndGet(HOUR.toNanos() / 3);
    assertThat(phi(one)).as("after it has said so again").isLessThan(1);
  }

  private static double phi(Group group) {
    return group.suspicion().getOrDefault("other", Double.NaN);
  }

  private Group member(String group, String self) {
    return new Group(state(), group, self, HOUR, nanoTime::get);
  }
}
