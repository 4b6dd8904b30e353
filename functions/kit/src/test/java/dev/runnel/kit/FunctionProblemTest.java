package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import org.junit.jupiter.api.Test;

class FunctionProblemTest {

  @Test
  void isOneOfRunnelsOwnKindsForBadData() {
    assertThat(FunctionProblem.badData("there is no text", "/text").problem())
        .isEqualTo(Problem.of(ProblemType.MALFORMED_DATA, "there is no text", "/text"));
  }

  @Test
  void carriesNoStackTrace() {
    assertThat(FunctionProblem.badData("no").getStackTrace()).isEmpty();
  }

  @Test
  void isAnErrorForHttp() {
    assertThatThrownBy(() -> FunctionProblem.of(200, "fine", "d", null))
        .hasMessageContaining("400 to 599");
    assertThatThrownBy(() -> FunctionProblem.of(400, "Not A Code", "d", null))
        .hasMessageContaining("Not A Code");
  }
}
