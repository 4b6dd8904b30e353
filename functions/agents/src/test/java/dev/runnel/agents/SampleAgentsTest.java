package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.state.MemoryStore;
import dev.runnel.kit.state.State;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agents that ship with the capability. */
class SampleAgentsTest {

  private final Agents sample =
      new AgentDirectory(
              Optional.empty(), new State(new MemoryStore(Clock.systemUTC()), new ObjectMapper()))
          .agents();

  @Test
  void areTwoHundredAndAllHaveWhatSearchesNeed() {
    assertThat(sample.size()).isEqualTo(200);
    assertThat(sample.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.agent().vector()).isNotNull();
              assertThat(entry.capabilities()).isNotEmpty();
            });
  }

  @Test
  void areFoundByTheirWords() {
    assertThat(first("translate a contract from Chinese to English")).isEqualTo("lingua-zh-en");
    assertThat(first("review a Java pull request")).isEqualTo("code-java-review");
    assertThat(first("who can find tumours on CT scans")).isEqualTo("vis-radiology");
  }

  private String first(String description) {
    return AgentMatching.match(sample, Given.search(description), null).agents().getFirst().id();
  }
}
