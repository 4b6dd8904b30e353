package dev.runnel.kit.coordination;

import dev.runnel.contract.coordination.PhiAccrual;
import dev.runnel.contract.coordination.Rendezvous;
import dev.runnel.contract.coordination.Suspicions;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.State;
import dev.runnel.kit.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Instances that share work: each says from time to time that it is there, and all that see the
 * same members say alike whose a key is. What others see may differ for a while after somebody
 * comes or goes, so whoever must be the only one takes a lease, too. Kept in state, under {@code
 * group/NAME/}. Thread-safe; blocks where it has to ask, three times in the time to live.
 */
public final class Group {

  private static final int ASKED_WITHIN_TTL = 3;
  private static final byte[] PRESENT = {};

  private final State state;
  private final String prefix;
  private final String self;
  private final Duration ttl;
  private final LongSupplier nanoTime;

  private final Suspicions suspicions;

  private Map<String, Long> versions = Map.of();
  private long askAt;

  /**
   * A member of a group, which others see once it has asked who is there.
   *
   * @param self no other member's; no slash in it
   * @param ttl how long a member that has died is taken for one, at most; from 1 s
   * @param nanoTime a clock that is never set, as {@link System#nanoTime}
   */
  public Group(State state, String name, String self, Duration ttl, LongSupplier nanoTime) {
    if (name.contains("/") || self.contains("/")) {
      throw new IllegalArgumentException(
          "the group %s has the member %s; expected no slash in them".formatted(name, self));
    }
    this.state = state;
    this.prefix = "group/" + name + "/";
    this.self = self;
    this.ttl = ttl;
    this.nanoTime = nanoTime;
    this.suspicions = new Suspicions(ttl.dividedBy(ASKED_WITHIN_TTL));
    this.askAt = nanoTime.getAsLong();
  }

  /** Who is there, this instance among them, in the order of their names. */
  public synchronized List<String> members() {
    askInTime();
    return List.copyOf(versions.keySet());
  }

  /**
   * How much each other member is suspected of being dead, before its time to live is over: phi, as
   * {@link PhiAccrual} has it, by how regularly it has said that it is there. For finding somebody
   * who is likely to answer; never for taking over what is another's.
   */
  public synchronized Map<String, Double> suspicion() {
    askInTime();
    return suspicions.at(nanoTime.getAsLong());
  }

  private void askInTime() {
    long now = nanoTime.getAsLong();
    if (now - askAt < 0) {
      return;
    }
    state.put(prefix + self, PRESENT, ttl);
    var seen = new TreeMap<String, Long>();
    for (Listed member : state.list(prefix, "", StateStore.LARGEST_PAGE)) {
      seen.put(member.key().substring(prefix.length()), member.version());
    }
    seen.forEach((name, version) -> compare(name, version, now));
    suspicions.retain(seen.keySet());
    versions = seen;
    askAt = now + ttl.toNanos() / ASKED_WITHIN_TTL;
  }

  /** Whoever has another version has said since that it is there. */
  private void compare(String name, long version, long now) {
    if (!name.equals(self) && !Objects.equals(versions.get(name), version)) {
      suspicions.heard(name, now);
    }
  }

  /** Whose a key is, of those that are there; few keys move when somebody comes or goes. */
  public String owner(String key) {
    return Rendezvous.owner(members(), prefix, key);
  }

  /** Whether a key is this instance's. */
  public boolean owns(String key) {
    return owner(key).equals(self);
  }

  /** Is not there for the others from now on, until it asks again. */
  public synchronized void leave() {
    state.remove(prefix + self);
    askAt = nanoTime.getAsLong();
  }
}
