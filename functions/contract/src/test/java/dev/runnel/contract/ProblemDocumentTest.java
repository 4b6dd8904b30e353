package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

  @Test
  void writesEveryMemberInOrder() {
    var problem = Problem.of(ProblemType.MALFORMED_DATA, "say \"text\"", "/text");

    assertThat(ProblemDocument.json(problem, "/tensor-encode"))
        .asString(UTF_8)
        .isEqualTo(
            "{\"type\":\"urn:runnel:problem:malformed-data\","
                + "\"title\":\"The function cannot read the event's data\","
                + "\"status\":400,"
                + "\"detail\":\"say \\\"text\\\"\","
                + "\"instance\":\"/tensor-encode\","
                + "\"code\":\"malformed-data\","
                + "\"path\":\"/text\"}");
  }

  @Test
  void leavesOutAPathThatIsNotKnown() {
    var problem = Problem.of(ProblemType.NO_SUCH_PATH, "nothing");

    assertThat(ProblemDocument.json(problem, "/")).asString(UTF_8).doesNotContain("path\":");
  }
}
