package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @Test
  void readsNameAndParameters() {
    assertThat(MediaType.parse("Text/HTML \t; Charset=\"ut\\f-8 ;\";;a=B ; "))
        .isNotNull()
        .isEqualTo(
            new MediaType(
                "text/html", List.of(Map.entry("charset", "utf-8 ;"), Map.entry("a", "B"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "application/vnd.x+json;a=1", "*/*", "a/b;", "a/b; x=\"\""})
  void takesMediaTypes(String text) {
    assertThat(MediaType.parse(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a/",
        "/b",
        "a/b/c",
        " a/b",
        "a /b",
        "a/b c",
        "a/b;c",
        "a/b;c=",
        "a/b;c =d",
        "a/b;c= d",
        "a/b;=d",
        "a/b;c=\"d",
        "a/b;c=\"d\\",
        "a/b;c=\"d\"e",
        "a/b;c=d,e/f",
        "a/ä",
        "a/b;c=\"ä\"",
        "a/b;c=\"\n\"",
        "a/b\r\nx:y"
      })
  void refusesAllOthers(String text) {
    assertThat(MediaType.parse(text)).isNull();
  }
}
