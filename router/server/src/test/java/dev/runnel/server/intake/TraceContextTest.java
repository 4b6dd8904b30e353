package dev.runnel.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.vertx.core.MultiMap;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String OTHER = "00-11111111111111111111111111111111-2222222222222222-00";
  private static final Event EVENT = Event.of("1", "/s", "t", Data.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        PARENT,
        OTHER,
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff",
        "00-00000000000000000000000000000001-0000000000000001-00"
      })
  void takesAParentThatIsWellFormed(String parent) {
    assertThat(context("traceparent", parent)).containsExactly(Map.entry("traceparent", parent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00-a",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319cc-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"
      })
  void ignoresAParentThatIsNotWellFormedAndItsState(String parent) {
    assertThat(context("traceparent", parent, "tracestate", "a=1")).isEmpty();
  }

  @Test
  void ignoresTwoParents() {
    assertThat(context("traceparent", PARENT, "traceparent", PARENT)).isEmpty();
    assertThat(context("traceparent", PARENT, "TraceParent", OTHER)).isEmpty();
  }

  @Test
  void ignoresAStateWithoutAParent() {
    assertThat(context("tracestate", "a=1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          rojo=00f067aa0ba902b7                    | rojo=00f067aa0ba902b7
          rojo=00f067aa0ba902b7 , congo=t61rcWkgMzE | rojo=00f067aa0ba902b7,congo=t61rcWkgMzE
          a=1,,b=2,                                | a=1,b=2
          fw529a3039@dt=FfIsACAA;B_*/-x=y          |
          0tenant@system=v v                       | 0tenant@system=v v
          a_-*/b=!~                                | a_-*/b=!~
          A=1                                      |
          a                                        |
          a=                                       |
          =1                                       |
          a=1=2                                    |
          a=\u00e9                                 |
          a=1,B=2                                  |
          """)
  void takesAStateThatIsWellFormed(String sent, String taken) {
    assertThat(context("traceparent", PARENT, "tracestate", sent).get("tracestate"))
        .isEqualTo(taken);
  }

  @Test
  void joinsStatesInOrder() {
    assertThat(context("traceparent", PARENT, "tracestate", "b=1", "tracestate", "a=2"))
        .containsEntry("tracestate", "b=1,a=2");
  }

  @Test
  void takesAStateOf32MembersAnd512CharactersAndNoMore() {
    String most = String.join(",", Collections.nCopies(32, "a=1"));
    String longest = "a=" + "1".repeat(255) + ",b=" + "2".repeat(252);

    assertThat(longest).hasSize(512);
    for (String taken : new String[] {most, longest}) {
      assertThat(context("traceparent", PARENT, "tracestate", taken))
          .containsEntry("tracestate", taken);
    }
    for (String tooMuch : new String[] {most + ",a=1", longest + "2"}) {
      assertThat(context("traceparent", PARENT, "tracestate", tooMuch))
          .containsOnlyKeys("traceparent");
    }
  }

  @Test
  void isGivenToAnEventThatHasNone() {
    Event given = TraceContext.of(headers("traceparent", PARENT, "tracestate", "a=1")).onto(EVENT);

    assertThat(given).isEqualTo(EVENT.with(Map.of("traceparent", PARENT, "tracestate", "a=1")));
    assertThat(TraceContext.of(headers()).onto(EVENT)).isSameAs(EVENT);
  }

  @ParameterizedTest
  @CsvSource({"traceparent, " + OTHER, "traceparent, not well-formed", "tracestate, b=2"})
  void isNotGivenToAnEventThatBringsItsOwn(String name, String value) {
    Event own = EVENT.with(Map.of(name, value));

    assertThat(TraceContext.of(headers("traceparent", PARENT, "tracestate", "a=1")).onto(own))
        .isSameAs(own);
  }

  private static Map<String, String> context(String... headers) {
    return TraceContext.of(headers(headers)).extensions();
  }

  private static MultiMap headers(String... headers) {
    MultiMap map = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < headers.length; i += 2) {
      map.add(headers[i], headers[i + 1]);
    }
    return map;
  }
}
