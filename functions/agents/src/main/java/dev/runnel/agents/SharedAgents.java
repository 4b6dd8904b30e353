package dev.runnel.agents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.State;
import dev.runnel.kit.state.StateFailure;
import dev.runnel.kit.state.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The agents with the changes that all instances have made: a copy of what is kept, brought up to
 * date by the versions of its keys. Searches go on with the copy while what is kept cannot be
 * reached; changes fail.
 */
final class SharedAgents {

  private static final Logger LOG = Logger.getLogger(SharedAgents.class);

  private static final long RECENT_NANOS = 1_000_000_000L;

  /**
   * More changes than these are not read; there is room for as many agents, and as many retired.
   */
  private static final int MOST_PAGES = 2 * Agents.MOST / StateStore.LARGEST_PAGE;

  /** What was read under a key, or that it could not be made sense of. */
  private record Seen(long version, @Nullable AgentRecord change) {}

  private final Agents first;
  private final State state;
  private final LongSupplier nanoTime;
  private final Lock looking = new ReentrantLock();
  private Map<String, Seen> seen = new HashMap<>();
  private volatile @Nullable Copy copy;

  /**
   * The agents at a moment.
   *
   * @param looked when that was, or when it was tried last to make a newer one
   */
  private record Copy(Agents agents, long looked) {}

  /**
   * The agents without any change.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  SharedAgents(Agents first, State state, LongSupplier nanoTime) {
    this.first = first;
    this.state = state;
    this.nanoTime = nanoTime;
  }

  /**
   * As they were at most a second ago, or when they could be read last; one caller at a time looks.
   */
  Agents recent() {
    Copy last = copy;
    if (last == null) {
      return now();
    }
    if (nanoTime.getAsLong() - last.looked < RECENT_NANOS || !looking.tryLock()) {
      return last.agents;
    }
    try {
      return look();
    } catch (StateFailure unreachable) {
      LOG.warnf("The agents may be old, as their changes cannot be read: %s", unreachable);
      copy = new Copy(last.agents, nanoTime.getAsLong());
      return last.agents;
    } finally {
      looking.unlock();
    }
  }

  /** As they are; fails where that cannot be read. */
  Agents now() {
    looking.lock();
    try {
      return look();
    } finally {
      looking.unlock();
    }
  }

  private Agents look() {
    var standing = new HashMap<String, Seen>();
    Copy last = copy;
    boolean changed = last == null;
    for (Listed key : keys()) {
      Seen before = seen.get(key.key());
      if (before == null || before.version != key.version()) {
        changed = true;
        read(key.key()).ifPresent(fresh -> standing.put(key.key(), fresh));
      } else {
        standing.put(key.key(), before);
      }
    }
    Agents agents =
        last == null || changed || standing.size() != seen.size()
            ? first.changed(standing.values().stream().flatMap(SharedAgents::changes).toList())
            : last.agents;
    seen = standing;
    copy = new Copy(agents, nanoTime.getAsLong());
    return agents;
  }

  /** Keeps an agent; answers who is there then. */
  Agents keep(Agent agent) {
    var _ = state.put(AgentRecord.key(agent.id()), AgentRecord.of(agent).document());
    return now();
  }

  /**
   * Removes an agent, if it is there.
   *
   * @param fromFile whether it would be there again without a word
   */
  void retire(String id, boolean fromFile) {
    String key = AgentRecord.key(id);
    if (fromFile) {
      var _ = state.put(key, AgentRecord.retired(id).document());
    } else {
      var _ = state.remove(key);
    }
    var _ = now();
  }

  private static Stream<AgentRecord> changes(Seen seen) {
    return Stream.ofNullable(seen.change);
  }

  private List<Listed> keys() {
    var keys = new ArrayList<Listed>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Listed> more = state.list(AgentRecord.PREFIX, after, StateStore.LARGEST_PAGE);
      keys.addAll(more);
      if (more.size() < StateStore.LARGEST_PAGE) {
        break;
      }
      after = more.getLast().key();
    }
    return keys;
  }

  private Optional<Seen> read(String key) {
    return state
        .get(key, JsonNode.class)
        .map(stored -> new Seen(stored.version(), change(key, stored.value())));
  }

  private static @Nullable AgentRecord change(String key, JsonNode document) {
    try {
      return AgentRecord.read(key, document);
    } catch (IllegalStateException broken) {
      LOG.warnf("What is kept under %s is left out: %s", key, broken.getMessage());
      return null;
    }
  }
}
