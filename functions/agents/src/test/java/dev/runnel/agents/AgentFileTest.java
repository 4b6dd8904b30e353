package dev.runnel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentFileTest {

  @Test
  void readsWhatAnAgentNeedsAndIgnoresTheRest() {
    var agents = read("[{'id':'a','name':'A','description':'does a','colour':'red'}]");
    assertThat(agents)
        .containsExactly(new Agent("a", "A", "does a", List.of(), Quality.UNRATED, null));
  }

  @Test
  void readsEverythingThatAnAgentMayHave() {
    var agent =
        read("[{'id':'a','name':'A','description':'does a','capabilities':['x','y'],"
                + "'quality':{'mean':0.75,'ratings':4},'vector':'"
                + Given.base64(Given.numbers(3, 0))
                + "'}]")
            .getFirst();
    assertThat(agent.capabilities()).containsExactly("x", "y");
    assertThat(agent.quality()).isEqualTo(new Quality(0.75, 4));
    assertThat(agent.vector()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                          | line 1, column 1: An array of agents is expected",
        "[7]                                         | agent 1, line 1, column 2: An agent is expected",
        "[{'id':'a','name':'A','description':'d'},{} | agent 2, line 1, column 42: /id: It is missing",
        "[{'id':' ','name':'A','description':'d'}]   | /id: It is blank",
        "[{'id':'a','name':'A'}]                     | /description: It is missing",
        "[{'id':'a','name':'A','description':'d','vector':'AA=='}] | /vector: The base64 of 384",
        "[{'id':'a','name':'A','description':'d','quality':{'mean':7,'ratings':1}}] | /quality/mean: It is 7.0; a number from 0 to 1",
        "[{'id':'a','name':'A','description':'d','quality':{'mean':1,'ratings':-1}}] | /quality/ratings: It is -1",
        "[{'id':'a','name':'A','description':'d','capabilities':['x','']}] | /capabilities/1: It is blank",
        "[{'id':'a','name':'A','description':'d','capabilities':'x'}] | It is not the JSON that was expected",
        "[{'id':'a','id':'b'}]                       | It is not the JSON that was expected",
        "[{'id':'a'                                  | It is not the JSON that was expected",
        "[{'id':'a','name':'A','description':'d'},{'id':'a','name':'A','description':'d'}] | agent 2, line 1, column 42: /id: An agent before has it already",
        "[] []                                       | Nothing is expected after the array",
      })
  void saysWhereAFileIsBrokenAndWhatWouldBeRight(String file, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(file))
        .withMessageStartingWith("The agents file my.json is broken: ")
        .withMessageContaining(message);
  }

  @Test
  void refusesMoreAgentsThanASearchMayLookAt() {
    String file =
        IntStream.rangeClosed(0, Agents.MOST)
            .mapToObj(i -> "{'id':'%d','name':'A','description':'d'}".formatted(i))
            .collect(Collectors.joining(",\n", "[", "]"));
    assertThatIllegalStateException()
        .isThrownBy(() -> read(file))
        .withMessageContaining("agent 10001, line 10001, column 1: At most 10,000 agents");
  }

  private static List<Agent> read(String file) {
    byte[] json = file.replace('\'', '"').getBytes(UTF_8);
    return AgentFile.read("my.json", new ByteArrayInputStream(json));
  }
}
