package dev.runnel.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameters are taken, and how the others are refused. */
class ParametersTest {

  private static final Map<String, Kind> KINDS = Map.of("name", Kind.TEXT, "undo", Kind.SWITCH);

  @Test
  void readsWhatIsGiven() {
    Parameters parameters = read("/things?undo=true&name=a%20b+c%C3%A9;d");

    assertThat(parameters.find("undo")).contains("true");
    assertThat(parameters.find("name")).contains("a b cé;d");
    assertThat(parameters.find("other")).isEmpty();
  }

  @Test
  void readsTheCharacterThatStandsForUnreadableOnes() {
    assertThat(read("/things?name=%EF%BF%BD").find("name")).contains("\uFFFD");
  }

  @Test
  void comesBackAsItWasFromItsEncodedForm() {
    Parameters parameters = read("/things").with("name", "a&b=c d%é\"<>").with("undo", "false");

    assertThat(read("/things?" + parameters.encoded())).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource({
    "?name=a&name=b, name, 2 times",
    "?name=, name, some text",
    "?name, name, some text",
    "?undo=yes, undo, true or false",
    "?more=1, more, 'name, undo'",
    "?name=%00, name, control characters",
    "?name=%7F, name, control characters",
    "?name=%C2%85, name, control characters",
    "?name=%FF, name, UTF-8",
    "?name=%ED%A0%80, name, UTF-8",
    "?name=%zz, , percent-encoded",
    "?name=%, , percent-encoded"
  })
  void refusesTheRest(String query, String path, String expected) {
    Problem problem = refused("/things" + query);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("malformed-query");
    assertThat(problem.path()).isEqualTo(path);
    assertThat(problem.detail()).contains(expected);
  }

  @Test
  void repeatsOnlyTheBeginningOfALongName() {
    assertThat(refused("/things?" + "a".repeat(4_000) + "=1").path()).isEqualTo("a".repeat(64));
  }

  @Test
  void survivesManyParameters() {
    String many = "?" + "name=1&".repeat(100_000);

    assertThat(refused("/things" + many).path()).isEqualTo("name");
  }

  private static Parameters read(String uri) {
    if (Parameters.read(uri, KINDS) instanceof Parameters.Reading.Read(Parameters parameters)) {
      return parameters;
    }
    throw new AssertionError("refused: " + uri);
  }

  private static Problem refused(String uri) {
    if (Parameters.read(uri, KINDS) instanceof Parameters.Reading.Refused(Problem problem)) {
      return problem;
    }
    throw new AssertionError("not refused: " + uri);
  }
}
