package dev.runnel.server.invoke.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problem documents of functions, which may be anybody's. */
class ProblemReaderTest {

  @Test
  void areShownAsTheyAre() {
    assertThat(
            read(
                """
                {"title": "Sold out", "detail": "no more", "code": "sold-out", "path": "/a",
                 "status": 200, "more": {"title": "inner"}, "detail2": [1, {"code": "x"}]}\
                """))
        .isEqualTo(new Problem(422, "sold-out", "Sold out", "no more", "/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "[]", "{}", "{\"title\": 1, \"detail\": null}", "{\"code\""})
  void areMadeUpWhereTheyAreWorthNothing(String document) {
    assertThat(read(document))
        .isEqualTo(
            new Problem(422, "function-failed", "The function failed", "one answered 422", null));
  }

  @Test
  void areCut() {
    Problem problem =
        read(
            "{\"title\":\"%s\",\"detail\":\"%s\",\"code\":\"%s\",\"path\":\"%s\"}"
                .formatted(
                    "t".repeat(10_000), "😀".repeat(10_000), "c".repeat(65), "p".repeat(10_000)));

    assertThat(problem.title()).hasSize(200).endsWith("t…");
    assertThat(problem.detail().codePoints()).hasSize(1_000);
    assertThat(problem.detail()).endsWith("😀…");
    assertThat(problem.code()).isEqualTo("function-failed");
    assertThat(problem.path()).hasSize(200);
  }

  @Test
  void loseWhatDisturbsTerminalsAndPages() {
    Problem problem =
        read("{\"detail\":\"a\\u001b[31mb\\r\\nc\\u202ed\\ud800e\",\"code\":\"<script>\"}");

    assertThat(problem.detail()).isEqualTo("a [31mb  c d e");
    assertThat(problem.code()).isEqualTo("function-failed");
  }

  private static Problem read(String document) {
    return ProblemReader.read(422, document.getBytes(UTF_8), "one answered 422");
  }
}
