package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.state.Body;
import dev.runnel.kit.state.Change;
import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.MemoryStore;
import dev.runnel.kit.state.State;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.Stored;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedAgentsTest {

  private final AtomicLong now = new AtomicLong();
  private final Store store = new Store(new MemoryStore(Clock.systemUTC()));
  private final State state = new State(store, new ObjectMapper());
  private final SharedAgents one = new SharedAgents(Agents.NONE, state, now::get);
  private final SharedAgents other = new SharedAgents(Agents.NONE, state, now::get);

  /** A store that counts, and cannot be reached while a test wants it. */
  private static final class Store implements StateStore {

    private final StateStore sound;
    private boolean down;
    private int reads;
    private int lists;

    Store(StateStore sound) {
      this.sound = sound;
    }

    @Override
    public Optional<Stored> read(String key) {
      reads++;
      return reached().read(key);
    }

    @Override
    public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
      return reached().write(key, body, expected, ttl);
    }

    @Override
    public Change remove(String key, Expected expected) {
      return reached().remove(key, expected);
    }

    @Override
    public List<Listed> list(String prefix, String after, int limit) {
      lists++;
      return reached().list(prefix, after, limit);
    }

    @Override
    public StateStore fencedBy(Fence fence) {
      return reached().fencedBy(fence);
    }

    private StateStore reached() {
      if (down) {
        throw new StateUnavailable("scripted");
      }
      return sound;
    }
  }

  @Test
  void lookAtMostOnceASecondAndReadOnlyWhatHasChanged() {
    one.keep(Given.agent("a", "one", null));
    one.keep(Given.agent("b", "one", null));
    assertThat(other.recent().size()).isEqualTo(2);
    one.keep(Given.agent("a", "two", null));
    int reads = store.reads;
    int lists = store.lists;

    now.addAndGet(999_999_999);
    assertThat(description(other)).isEqualTo("one");
    assertThat(store.lists).isEqualTo(lists);
    now.addAndGet(1);
    assertThat(description(other)).isEqualTo("two");
    assertThat(store.lists).isEqualTo(lists + 1);
    assertThat(store.reads).isEqualTo(reads + 1);
  }

  @Test
  void areTheLastOnesKnownWhileTheyCannotBeReached() {
    one.keep(Given.agent("a", "one", null));
    store.down = true;
    now.addAndGet(2_000_000_000);

    assertThat(description(one)).isEqualTo("one");
    assertThatExceptionOfType(StateUnavailable.class)
        .isThrownBy(() -> one.keep(Given.agent("b", "", null)));
    assertThatExceptionOfType(StateUnavailable.class).isThrownBy(other::recent);
    store.down = false;
    assertThat(description(other)).isEqualTo("one");
  }

  @Test
  void leaveOutWhatIsNoAgent() {
    one.keep(Given.agent("a", "one", null));
    state.put("agent/b", List.of(1));

    assertThat(other.recent().size()).isEqualTo(1);
  }

  @Test
  void keepAllOfAnAgent() {
    Agent agent =
        Given.rated(Given.agent("a", "one", Given.vector(7, 0), "Tea", "kites"), 0.25, 12);
    one.keep(agent);

    Agent read = other.recent().entries().iterator().next().agent();
    assertThat(read.name()).isEqualTo(agent.name());
    assertThat(read.capabilities()).isEqualTo(agent.capabilities());
    assertThat(read.quality()).isEqualTo(agent.quality());
    assertThat(Objects.requireNonNull(read.vector()).cosine(Given.vector(7, 0))).isEqualTo(1.0);
  }

  private static String description(SharedAgents agents) {
    return agents.recent().entries().stream()
        .map(entry -> entry.agent())
        .filter(agent -> agent.id().equals("a"))
        .findFirst()
        .orElseThrow()
        .description();
  }
}
