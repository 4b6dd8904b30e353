package dev.runnel.kit.coordination;

import dev.runnel.contract.assignment.Rendezvous;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.State;
import dev.runnel.kit.state.StateStore;
import java.time.Duration;
import java.util.List;
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

  private List<String> members = List.of();
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
    this.askAt = nanoTime.getAsLong();
  }

  /** Who is there, this instance among them, in the order of their names. */
  public synchronized List<String> members() {
    if (nanoTime.getAsLong() - askAt >= 0) {
      state.put(prefix + self, PRESENT, ttl);
      members =
          state.list(prefix, "", StateStore.LARGEST_PAGE).stream()
              .map(Listed::key)
              .map(key -> key.substring(prefix.length()))
              .toList();
      askAt = nanoTime.getAsLong() + ttl.toNanos() / ASKED_WITHIN_TTL;
    }
    return members;
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
