package dev.runnel.server.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON that functions get where they want more than the event's own data. */
class CallDataTest {

  private static final String DATA =
      """
      {"a":{"b/c":[10,{"d":null}],"m~n":"tilde"},"":"empty","e":1e400,"f":-0.10,"g":"ü\\u00fc"}\
      """;

  private static final Event EVENT =
      Event.of("1", "/tests", "wanted", Data.json(DATA)).with(Map.of("subject", "a \"b\""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /data/a/b~1c/0     | {"x":10}
          /data/a/b~1c/1/d   | {"x":null}
          /data/a/b~1c/1     | {"x":{"d":null}}
          /data/a/b~1c       | {"x":[10,{"d":null}]}
          /data/a/m~0n       | {"x":"tilde"}
          /data/             | {"x":"empty"}
          /data/f            | {"x":-0.10}
          /data/g            | {"x":"üü"}
          /subject           | {"x":"a \\"b\\""}
          /type              | {"x":"wanted"}
          /datacontenttype   | {"x":"application/json"}
          /data/a/b~1c/2     | {}
          /data/a/b~1c/-     | {}
          /data/a/b~1c/00    | {}
          /data/e/more       | {}
          /data/A            | {}
          /data_base64       | {}
          /absent            | {}
          """)
  void picksWhatThePointerFinds(String pointer, String expected) {
    assertThat(picked(EVENT, Map.of("x", pointer))).isEqualTo(expected);
  }

  @Test
  void picksTheWholeEvent() {
    assertThat(picked(EVENT, Map.of("x", "")))
        .startsWith("{\"x\":{\"specversion\":\"1.0\",\"id\":\"1\"")
        .endsWith("}}");
  }

  @Test
  void keepsNumbersBeyondEveryMachineType() {
    assertThat(picked(EVENT, Map.of("x", "/data/e"))).isEqualToIgnoringCase("{\"x\":1E+400}");
  }

  @Test
  void picksSeveralInTheOrderOfTheirNames() {
    assertThat(picked(EVENT, Map.of("z", "/id", "a", "/source", "m", "/absent")))
        .isEqualTo("{\"a\":\"/tests\",\"z\":\"1\"}");
  }

  @Test
  void picksNothingFromDataThatIsNotJson() {
    Event opaque = EVENT.with(new Data("application/json", "{no".getBytes(UTF_8)));

    assertThat(picked(opaque, Map.of("x", "/data/a", "y", "/data_base64")))
        .isEqualTo("{\"y\":\"e25v\"}");
  }

  @Test
  void leavesTheEventAsItIsWhereNothingIsPicked() {
    assertThat(CallData.eventOf(EVENT, step(Map.of()))).isSameAs(EVENT);
  }

  @Test
  void givesWhoUndoesTheEventTheOutcomeAndTheProblem() {
    var problem = Problem.of(ProblemType.TIMEOUT, "too \"late\"");

    Data undoing = CallData.undoing(EVENT, Data.json("[1.0]"), problem);

    assertThat(undoing.text())
        .startsWith("{\"event\":{\"specversion\":\"1.0\"")
        .endsWith(
            ",\"outcome\":[1.0],\"problem\":{\"code\":\"timeout\","
                + "\"detail\":\"too \\\"late\\\"\"}}");
  }

  private static String picked(Event event, Map<String, String> with) {
    return CallData.eventOf(event, step(with)).data().text();
  }

  private static Step step(Map<String, String> with) {
    return new Step("step", null, Map.of(), with, null, List.of());
  }
}
