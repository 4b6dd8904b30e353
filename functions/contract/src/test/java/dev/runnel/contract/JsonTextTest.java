package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-0",
        "1.5e+9",
        "null",
        "true",
        "\"\"",
        " [ ] ",
        "{\"a\":{\"a\":1}}\n",
        "\"😀\"",
        "\"ä\\\\uäää\\u00E4\"",
        "{\"ä\\u00e4\":1}"
      })
  void takesOneDocument(String text) {
    assertThat(JsonText.valid(text.getBytes(UTF_8), Limits.DEFAULT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1 2",
        "1,",
        "[",
        "[1",
        "]",
        "{\"a\"}",
        "{\"a\":1,\"a\":1}",
        "{a:1}",
        "\"\\u8d\u03643\"",
        "{\"\\u006\uff11\":1}",
        "nul",
        "nulll",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "'a'",
        "[1,]",
        "[,]",
        "{,}",
        "//\n1",
        "\"\t\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "\"a",
        "\uFEFF1",
        "\u00a01",
        "1\u0000",
        "\f1"
      })
  void refusesEverythingElse(String text) {
    assertThat(JsonText.valid(text.getBytes(UTF_8), Limits.DEFAULT)).isFalse();
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThat(JsonText.valid(new byte[] {'"', (byte) 0xE9, '"'}, Limits.DEFAULT)).isFalse();
    assertThat(JsonText.valid(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, Limits.DEFAULT))
        .isFalse();
    assertThat(JsonText.valid(new byte[] {0, '1'}, Limits.DEFAULT)).isFalse();
  }

  @Test
  void keepsTheLimits() {
    Limits small = new Limits(20, 1, 1, 2, 3, 5, 4);

    assertThat(valid("[[1,2]]", small)).isFalse();
    assertThat(valid("[[1]]", small)).isTrue();
    assertThat(valid("[[[]]]", small)).isFalse();
    assertThat(valid("-1.23", small)).isTrue();
    assertThat(valid("1e-234", small)).isFalse();
    assertThat(valid("{\"abcd\":1}", small)).isTrue();
    assertThat(valid("{\"abcde\":1}", small)).isFalse();
    assertThat(valid("\"123456789012345678\"", small)).isTrue();
    assertThat(valid("\"1234567890123456789\"", small)).isFalse();
  }

  @Test
  void writesAStepsValueByWhatItIs() throws IOException {
    assertThat(written(Data.json("{ \"a\" : 1 }"))).isEqualTo("{ \"a\" : 1 }");
    assertThat(written(Data.NONE)).isEqualTo("null");
    assertThat(written(Data.json(""))).isEqualTo("null");
    assertThat(written(Data.json("{")))
        .isEqualTo("{\"datacontenttype\":\"application/json\",\"data_base64\":\"ew==\"}");
    assertThat(written(new Data("text/plain", "1".getBytes(UTF_8))))
        .isEqualTo("{\"datacontenttype\":\"text/plain\",\"data_base64\":\"MQ==\"}");
    assertThat(written(new Data(null, "1".getBytes(UTF_8))))
        .isEqualTo("{\"data_base64\":\"MQ==\"}");
  }

  private static boolean valid(String text, Limits limits) {
    return JsonText.valid(text.getBytes(UTF_8), limits);
  }

  private static String written(Data value) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      JsonText.writeValue(value, out);
    }
    return text.toString();
  }
}
