package dev.runnel.server.invoke.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ \"b\" : 1, \"a\": [ 1.0, -0, 1e3, true, null ] } | {\"a\":[1.0,-0,1e3,true,null],\"b\":1}",
        "{\"x\":{\"z\":\"\\u0041\",\"y\":{}}}               | {\"x\":{\"y\":{},\"z\":\"A\"}}",
        "\"\\u00e9 \\/ \\n\"                              | \"\u00e9 / \\n\"",
        "123456789012345678901234567890.10             | 123456789012345678901234567890.10",
        "[]                                            | []",
        "null                                          | null",
      })
  void hasOneFormForEachValue(String text, String form) {
    assertThat(canonical(text)).contains(form);
  }

  @Test
  void leavesOutOnlyMembersOfMembersOfTheOutermostObject() {
    String text = "{\"event\":{\"id\":1,\"data\":{\"id\":2}},\"id\":3,\"list\":[{\"id\":4}]}";

    assertThat(
            CanonicalJson.of(
                text.getBytes(UTF_8),
                (member, name) -> member.equals("event") && name.equals("id")))
        .map(bytes -> new String(bytes, UTF_8))
        .contains("{\"event\":{\"data\":{\"id\":2}},\"id\":3,\"list\":[{\"id\":4}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"a\":", "{} {}", "{\"a\":nul}", "''"})
  void saysNothingOfWhatIsNotJson(String text) {
    assertThat(canonical(text.equals("''") ? "" : text)).isEmpty();
  }

  private static Optional<String> canonical(String text) {
    return CanonicalJson.of(text.getBytes(UTF_8), (member, name) -> false)
        .map(bytes -> new String(bytes, UTF_8));
  }
}
