package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7396: its own cases (appendix A), and what it leaves to those who write it. */
class MergePatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":"b"}         | {"a":"c"}                   | {"a":"c"}
          {"a":"b"}         | {"b":"c"}                   | {"a":"b","b":"c"}
          {"a":"b"}         | {"a":null}                  | {}
          {"a":"b","b":"c"} | {"a":null}                  | {"b":"c"}
          {"a":["b"]}       | {"a":"c"}                   | {"a":"c"}
          {"a":"c"}         | {"a":["b"]}                 | {"a":["b"]}
          {"a":{"b":"c"}}   | {"a":{"b":"d","c":null}}    | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]} | {"a":[1]}                   | {"a":[1]}
          ["a","b"]         | ["c","d"]                   | ["c","d"]
          {"a":"b"}         | ["c"]                       | ["c"]
          {"a":"foo"}       | null                        | null
          {"a":"foo"}       | "bar"                       | "bar"
          {"e":null}        | {"a":1}                     | {"e":null,"a":1}
          [1,2]             | {"a":"b","c":null}          | {"a":"b"}
          {}                | {"a":{"bb":{"ccc":null}}}   | {"a":{"bb":{}}}
          """)
  void givesWhatTheSpecificationSays(String target, String patch, String result) {
    assertThat(MergePatch.merge(List.of(target, patch))).isEqualTo(result);
  }

  @Test
  void patchesInOrder() {
    assertThat(
            MergePatch.merge(
                List.of("{\"a\":1,\"b\":2}", "{\"a\":null}", "{\"a\":3}", "{\"b\":null}")))
        .isEqualTo("{\"a\":3}");
  }

  @Test
  void takesOverWhatIsNoObjectAsItStands() {
    String numbers = "[ 1.50, 1e400,12345678901234567890123 ]";

    assertThat(
            MergePatch.merge(
                List.of(
                    " { \"n\" : 0.10 , \"s\":\"\\u00fc \\\" \\\\\" } ",
                    "{\"l\":" + numbers + ",\"t\": true ,\"ü\":-1 }")))
        .isEqualTo(
            "{\"n\":0.10,\"s\":\"\\u00fc \\\" \\\\\",\"l\":" + numbers + ",\"t\":true,\"ü\":-1}");
  }

  @Test
  void keepsPlacesInLongDocuments() {
    String longText = "\"" + "x".repeat(300_000) + "\"";

    assertThat(MergePatch.merge(List.of("{\"a\":" + longText + ",\"b\":1}", "{\"c\":[2]}")))
        .isEqualTo("{\"a\":" + longText + ",\"b\":1,\"c\":[2]}");
  }
}
