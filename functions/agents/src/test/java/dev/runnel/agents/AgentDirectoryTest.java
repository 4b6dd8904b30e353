package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runnel.kit.FunctionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentDirectoryTest {

  @TempDir Path folder;

  @Test
  void holdsTheAgentsOfItsFile() throws IOException {
    assertThat(directory("[{\"id\":\"a\",\"name\":\"A\",\"description\":\"d\"}]").agents().has("a"))
        .isTrue();
  }

  @Test
  void doesNotStartWithAFileThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new AgentDirectory(Optional.of(folder.resolve("none.json"))))
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

  private AgentDirectory directory(String json) throws IOException {
    return new AgentDirectory(Optional.of(Files.writeString(folder.resolve("agents.json"), json)));
  }
}
