package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.explanation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Why a pattern accepts or does not. */
class ExplanationTest {

  @Test
  void showsTheClauseThatRefuses() {
    String pattern = "{\"data\": {\"amount\": [{\"numeric\": [\">\", 10]}], \"lang\": [\"zh\"]}}";

    assertThat(explanation(pattern, "{\"amount\": 3, \"lang\": \"zh\"}"))
        .isEqualTo("data.amount numeric > 10: 3");
    assertThat(explanation(pattern, "{\"amount\": 30}")).isEqualTo("data.lang \"zh\": absent");
    assertThat(explanation(pattern, "{\"amount\": [1, 2, 3, 4]}"))
        .isEqualTo("data.amount numeric > 10: 4, 3, 2, …");
  }

  @Test
  void showsAllClausesThatAccept() {
    String pattern =
        """
        {"type": [{"prefix": {"equals-ignore-case": "T"}}],
         "data": {"a": [{"numeric": [">=", -0.5, "<", 1e3]}, {"anything-but": ["x", "y"]}],
                  "b": [{"exists": false}], "c": ["10.0.0.1", {"cidr": "10.0.0.0/8"}]}}""";

    assertThat(explanation(pattern, "{\"a\": [1, \"x\"], \"c\": \"10.1.1.1\"}"))
        .isEqualTo(
            "data.a numeric >= -0.5 < 1000 or anything-but \"x\" or \"y\": 1;"
                + " data.b exists false: absent;"
                + " data.c \"10.0.0.1\" or cidr \"10.0.0.0/8\": \"10.1.1.1\";"
                + " type prefix equals-ignore-case \"T\": \"t\"");
  }

  @Test
  void showsTheAlternativeThatCameFurthest() {
    String pattern =
        "{\"$or\": [{\"type\": [\"x\"], \"source\": [\"/x\"]}, {\"type\": [\"t\"], \"source\": [\"/y\"]}]}";

    assertThat(explanation(pattern, "{}")).isEqualTo("source \"/y\": \"/s\"");
    assertThat(explanation(pattern.replace("/y", "/s"), "{}"))
        .isEqualTo("source \"/s\": \"/s\"; type \"t\": \"t\"");
  }

  @Test
  void saysThatNoElementHasAll() {
    assertThat(
            explanation(
                "{\"data\": {\"a\": {\"b\": [1], \"c\": [{\"suffix\": \"x\"}]}}}",
                "{\"a\": [{\"b\": 1}, {\"c\": \"ax\"}]}"))
        .isEqualTo("not in one element: data.a.b 1: 1; data.a.c suffix \"x\": \"ax\"");
  }

  @Test
  void shortensWhatIsLong() {
    String longText = "x".repeat(1_000);

    assertThat(explanation("{\"data\": {\"a\": [\"" + longText + "\"]}}", "{\"a\": \"y\"}"))
        .isEqualTo("data.a \"" + "x".repeat(60) + "…\": \"y\"");
  }
}
