package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a compiled expression says of events: verdict, requirements, explanation and limits. */
class CesqlExpressionTest {

  private static final Event EVENT =
      Event.of("1", "/eu/shop", "order.placed", new Data("text/plain", new byte[0]))
          .with(Map.of("seats", "4", "open", "true", "tenant", "acme"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type = 'order.placed' AND seats > 3 | true",
        "type = 'order.placed' AND seats > 4 | false",
        "datacontenttype LIKE 'text/%' | true",
        "tenant = 'acme' OR region = 'eu' | true",
        "region = 'eu' OR tenant = 'acme' | false",
        "(EXISTS region AND region = 'eu') OR tenant = 'acme' | true",
        "open | false",
        "open = TRUE | true",
        "BOOL(open) | true",
        "seats | false",
        "'true' | false",
        "TRUE XOR region | false",
        "NOT 10 | false"
      })
  void onlyTrueWithoutAnErrorIsAccepted(String expression, boolean accepted)
      throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile(expression).accepts(EVENT)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type = 'a' | type EXACT [a]",
        "'a' = type | type EXACT [a]",
        "(type = 'a' AND x = 1) AND source LIKE '/eu/%' | type EXACT [a], source PREFIX [/eu/]",
        "type LIKE 'a\\%' | type EXACT [a%]",
        "tenant IN (7) | tenant EXACT [7]",
        "tenant IN (TRUE) | tenant EXACT [true]",
        "type = 'a' OR type = 'a' | type EXACT [a]",
        "type = 'a' AND NOT (source = '/s') | type EXACT [a]",
        "type = 'a' OR source = '/s' | ",
        "type = 'a' XOR type = 'b' | ",
        "NOT (type = 'a') | ",
        "type != 'a' | ",
        "type NOT IN ('a') | ",
        "type NOT LIKE 'a%' | ",
        "type LIKE '%a' | ",
        "seats = 4 | ",
        "open = TRUE | ",
        "LOWER(type) = 'a' | ",
        "tenant IN ('a', region) | "
      })
  void requiresWhatIsImplied(String expression, String requirements) throws CesqlSyntaxError {
    assertThat(
            CesqlExpression.compile(expression).requiredAttributes().stream()
                .map(r -> r.attribute() + " " + r.kind() + " " + r.values()))
        .isEqualTo(requirements == null ? List.of() : List.of(requirements.split(", ")));
  }

  @Test
  void requiresOneOfSeveralValues() throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile("type IN ('a', 'b') OR type = 'c'").requiredAttributes())
        .singleElement()
        .extracting(RequiredAttribute::values)
        .isEqualTo(Set.of("a", "b", "c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type = 'order.placed' AND (seats > 4 AND open = TRUE) | seats > 4 is false; seats is '4'",
        "tenant = 'a' OR tenant = 'acme' | tenant = 'acme' is true; tenant is 'acme'",
        "tenant = 'a' OR tenant = 'b' | tenant = 'a' OR tenant = 'b' is false; tenant is 'acme'",
        "EXISTS region AND seats = 4 | EXISTS region is false; region is absent",
        "region = 'eu' OR tenant = 'acme' | region = 'eu' is false; region is absent",
        "seats + 1 | seats + 1 is 5; seats is '4'"
      })
  void tellsWhichPartDecided(String expression, String told) throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile(expression).evaluate(EVENT).decidedBy()).hasToString(told);
  }

  @Test
  void anErrorNamesItsPartWhatWasSeenAndWhatWasExpected() throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile("seats = 4 AND tenant > 3 / 0").evaluate(EVENT).errors())
        .hasToString(
            "[tenant: expected an integer of 32 bits, and it is 'acme',"
                + " 3 / 0: expected a divisor other than 0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 = 2 | true",
        "type = 'a' AND 1 > 2 | true",
        "7 | true",
        "'true' | true",
        "TRUE XOR 1 / 0 | true",
        "REVERSE(type) | true",
        "1 < 2 | false",
        "type = 'a' | false",
        "type = 'a' OR 1 = 2 | false"
      })
  void seesWhatNoEventCanFulfil(String expression, boolean none) throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile(expression).acceptsNothing()).isEqualTo(none);
  }

  @Test
  void constantsAreFolded() throws CesqlSyntaxError {
    String expression = "type = LEFT('abc', 1 + 1)";

    Term folded = new Parser(Token.all(expression), expression).whole();

    assertThat(folded.operands().getLast()).isInstanceOf(Literal.OfText.class);
  }

  @Test
  void anEvaluationThatTakesTooManyStepsIsAnError() throws CesqlSyntaxError {
    Event large = EVENT.with(Map.of("x", "a".repeat(1 << 16)));
    CesqlExpression greedy = CesqlExpression.compile("CONCAT(x" + ",x".repeat(1_000) + ") = 'a'");

    assertThat(greedy.accepts(large)).isFalse();
    assertThat(greedy.evaluate(large).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.kind()).isEqualTo(EvaluationError.Kind.GENERIC);
              assertThat(error.detail()).contains("more steps than are allowed", "4194304");
            });
  }

  @Test
  void largeValuesAreReadOnceByLike() throws CesqlSyntaxError {
    Event large = EVENT.with(Map.of("x", "a".repeat(1 << 16)));
    CesqlExpression like = CesqlExpression.compile("x LIKE '" + "%a".repeat(2_000) + "b'");

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(like.accepts(large)).isFalse());
    assertThat(like.evaluate(large).errors()).isEmpty();
  }
}
