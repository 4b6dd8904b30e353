package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.FunctionProblem;
import dev.runnel.kit.state.MemoryStore;
import dev.runnel.kit.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentDirectoryTest {

  @TempDir Path folder;

  private final State state = new State(new MemoryStore(Clock.systemUTC()), new ObjectMapper());

  @Test
  void holdsTheAgentsOfItsFile() throws IOException {
    assertThat(directory("[{\"id\":\"a\",\"name\":\"A\",\"description\":\"d\"}]").agents().has("a"))
        .isTrue();
  }

  @Test
  void doesNotStartWithAFileThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new AgentDirectory(Optional.of(folder.resolve("none.json")), state))
        .withMessageContaining("none.json cannot be read; runnel.agents.file names");
  }

  @Test
  void registersAgainWhatIsThereAlready() throws IOException {
    var directory = directory("[]");
    assertThat(directory.register(Given.agent("a", "one", null)).size()).isEqualTo(1);
    assertThat(directory.register(Given.agent("a", "two", null)).size()).isEqualTo(1);
    assertThat(directory.agents().entries())
        .extracting(entry -> entry.agent().description())
        .containsExactly("two");
  }

  @Test
  void losesNobodyWhenManyRegisterAtOnce() throws IOException {
    var directory = directory("[]");
    try (var threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 500)
          .forEach(i -> threads.execute(() -> directory.register(Given.agent("a" + i, "d", null))));
    }
    assertThat(directory.agents().size()).isEqualTo(500);
  }

  @Test
  void whenFullItStillReplacesButDoesNotAdd() throws IOException {
    var json = new StringBuilder("[");
    for (int i = 0; i < Agents.MOST; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"%d\",\"name\":\"A\",\"description\":\"d\"}".formatted(i));
    }
    var directory = directory(json.append("]").toString());
    assertThat(directory.register(Given.agent("7", "new", null)).size()).isEqualTo(Agents.MOST);
    assertThatExceptionOfType(FunctionProblem.class)
        .isThrownBy(() -> directory.register(Given.agent("one more", "d", null)))
        .withMessage("There are 10,000 agents already, which is the most; retire one first.");
  }

  @Test
  void sharesItsChangesWithOtherInstancesAndTheNextLife() throws IOException {
    String file =
        "[{\"id\":\"f\",\"name\":\"F\",\"description\":\"d\"},{\"id\":\"g\",\"name\":\"G\",\"description\":\"d\"}]";
    var one = directory(file);
    var other = directory(file);

    one.register(Given.agent("a", "one", Given.vector(3, 0)));
    other.register(Given.agent("b\n%", "two", null));
    other.retire("f");

    for (AgentDirectory each : List.of(one, other, directory(file))) {
      var _ = each.register(Given.agent("c", "d", null));
      assertThat(each.agents().entries())
          .extracting(entry -> entry.agent().id())
          .containsExactlyInAnyOrder("a", "b\n%", "c", "g");
    }
    one.retire("a");
    assertThat(other.retire("a").has("a")).isFalse();
    assertThat(directory(file).agents().has("a")).isFalse();
  }

  private AgentDirectory directory(String json) throws IOException {
    return new AgentDirectory(
        Optional.of(Files.writeString(folder.resolve("agents.json"), json)), state);
  }
}
