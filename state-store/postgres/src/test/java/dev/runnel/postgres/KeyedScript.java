package dev.runnel.postgres;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedWorld;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.journal.keyed.Range;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Calls drawn at random, made one after the other, and what came of each: versions and tokens as
 * the how manieth they were, so that two stores that do the same say the same.
 */
final class KeyedScript {

  private static final int CALLS = 150;
  private static final Duration PASS = Duration.ofMinutes(20);

  private final Random random;
  private final boolean expiring;
  private final KeyedWorld world;
  private final List<Long> versions = new ArrayList<>();
  private final List<Long> tokens = new ArrayList<>();
  private int passes;

  /**
   * @param expiring whether values expire, and time passes
   */
  KeyedScript(long seed, boolean expiring, KeyedWorld world) {
    this.random = new Random(seed);
    this.expiring = expiring;
    this.world = world;
  }

  List<String> play() {
    var said = new ArrayList<String>();
    for (int i = 0; i < CALLS; i++) {
      said.add(i + " " + call());
    }
    return said;
  }

  private String call() {
    KeyedState state = world.state();
    Leases leases = world.leases();
    Counters counters = world.counters();
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> "write " + say(wait(state.write(key(), draft())));
      case 4 -> "remove " + say(wait(state.remove(key(), condition(), fence())));
      case 5 -> "read " + say(wait(state.read(key())));
      case 6 -> "list " + wait(state.list(range())).stream().map(this::say).toList();
      case 7, 8 -> "acquire " + say(wait(leases.acquire(key(), "h" + random.nextInt(2), ttl())));
      case 9 -> "renew " + say(wait(leases.renew(key(), token(), ttl())));
      case 10 -> "release " + wait(leases.release(key(), token()));
      case 11, 12 -> "add " + wait(counters.add(key(), delta(), operation()));
      default -> rare();
    };
  }

  private String rare() {
    return switch (random.nextInt(4)) {
      case 0 -> "count " + wait(world.counters().read(key()));
      case 1 -> "drop " + wait(world.counters().remove(key()));
      case 2 -> "holder " + say(wait(world.leases().read(key())));
      default -> expiring ? later() : "now";
    };
  }

  private String later() {
    passes++;
    world.pass(PASS);
    return "later";
  }

  private static <T> T wait(Uni<T> call) {
    return call.await().indefinitely();
  }

  private Key key() {
    return new Key("c" + random.nextInt(2), "k" + random.nextInt(4));
  }

  private Draft draft() {
    Draft draft = Draft.of(new Data("t", new byte[random.nextInt(30)])).when(condition());
    if (random.nextInt(4) == 0) {
      draft = draft.under(new Fence("k" + random.nextInt(4), token()));
    }
    return expiring && random.nextBoolean() ? draft.lasting(ttl()) : draft;
  }

  private Optional<Fence> fence() {
    return random.nextInt(3) == 0
        ? Optional.of(new Fence("k" + random.nextInt(4), token()))
        : Optional.empty();
  }

  private Condition condition() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Condition.ALWAYS;
      case 2 -> Condition.ABSENT;
      case 3 -> Condition.PRESENT;
      default -> new Condition.Version(oneOf(versions));
    };
  }

  /** Long before or after what passes at once. */
  private Duration ttl() {
    return Duration.ofMinutes(random.nextBoolean() ? 10 : 50);
  }

  private long token() {
    return oneOf(tokens);
  }

  private long oneOf(List<Long> seen) {
    return seen.isEmpty() ? 1_000_000 : seen.get(random.nextInt(seen.size()));
  }

  private Range range() {
    String prefix = random.nextBoolean() ? "" : "k";
    String after = random.nextBoolean() ? "" : "k" + random.nextInt(4);
    return new Range("c" + random.nextInt(2), prefix, after, 1 + random.nextInt(4));
  }

  private long delta() {
    return random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(20) - 10;
  }

  /** None of before the time passed: how long exactly those are known is each store's own. */
  private Optional<String> operation() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of("%d/%d".formatted(passes, random.nextInt(6)));
  }

  private String say(KeyedState.Writing writing) {
    return switch (writing) {
      case KeyedState.Written(long version, boolean created) ->
          (created ? "created " : "written ") + nth(versions, version);
      case KeyedState.Conflict(OptionalLong version) -> "conflict " + say(version);
      case KeyedState.Fenced(long token) -> "fenced " + nth(tokens, token);
      case QuotaExceeded exceeded -> exceeded.toString();
    };
  }

  private String say(KeyedState.Removing removing) {
    return switch (removing) {
      case KeyedState.Removed(OptionalLong version) -> "removed " + say(version);
      case KeyedState.Conflict(OptionalLong version) -> "conflict " + say(version);
      case KeyedState.Fenced(long token) -> "fenced " + nth(tokens, token);
    };
  }

  private String say(OptionalLong version) {
    return version.isEmpty() ? "none" : nth(versions, version.getAsLong());
  }

  private String say(Optional<?> found) {
    return found.map(this::say).orElse("nothing");
  }

  private String say(Object found) {
    return switch (found) {
      case KeyedState.Entry entry ->
          "%s %s".formatted(nth(versions, entry.version()), entry.content());
      case KeyedState.Brief brief ->
          "%s %s %d".formatted(brief.name(), nth(versions, brief.version()), brief.size());
      case Leases.Held held -> "held " + nth(tokens, held.token());
      case Leases.HeldByOther other -> "other " + say(other.lease());
      case Leases.Lease lease -> lease.holder() + " " + nth(tokens, lease.token());
      default -> found.toString();
    };
  }

  /** New numbers are higher than all that were seen before. */
  private static String nth(List<Long> seen, long number) {
    if (number > 0 && !seen.contains(number)) {
      if (!seen.isEmpty() && number < seen.getLast()) {
        throw new AssertionError(number + " comes after " + seen.getLast());
      }
      seen.add(number);
    }
    return "#" + seen.indexOf(number);
  }
}
