package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every expression and every event. */
class CesqlPropertyTest {

  private static final int PAIRS = 12_000;
  private static final List<String> PIECES =
      List.of(
          "a",
          "id",
          "'x'",
          "\"y\"",
          "1",
          "-2",
          "TRUE",
          "AND",
          "OR",
          "XOR",
          "NOT",
          "LIKE",
          "IN",
          "EXISTS",
          "(",
          ")",
          ",",
          "+",
          "-",
          "*",
          "/",
          "%",
          "=",
          "!=",
          "<>",
          "<",
          ">=",
          "LEFT(",
          "CONCAT(",
          "'%a_'",
          "'",
          "\\",
          "\"",
          "é",
          "😀",
          " ",
          "\n",
          "0x",
          "99999999999");

  @Test
  void theVerdictIsThatOfTheEvaluation() throws CesqlSyntaxError {
    var generated = new RandomExpressions(new Random(1), true);
    int accepted = 0;
    for (int i = 0; i < PAIRS; i++) {
      CesqlExpression expression = CesqlExpression.compile(generated.expression());
      Event event = generated.event();
      Evaluation evaluation = expression.evaluate(event);

      assertThat(expression.accepts(event))
          .as("%s of %s", expression, event.attributes())
          .isEqualTo(evaluation.isAccepted());
      assertThat(evaluation.isAccepted() && expression.acceptsNothing()).isFalse();
      accepted += evaluation.isAccepted() ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(PAIRS / 50);
  }

  @Test
  void whatIsAcceptedHasWhatIsRequired() throws CesqlSyntaxError {
    var generated = new RandomExpressions(new Random(2), true);
    int required = 0;
    for (int i = 0; i < PAIRS; i++) {
      CesqlExpression expression = CesqlExpression.compile(generated.lookup());
      Event event = generated.event();
      if (!expression.requiredAttributes().isEmpty() && expression.accepts(event)) {
        required++;
        assertThat(expression.requiredAttributes())
            .as("%s of %s", expression, event.attributes())
            .allMatch(it -> isMet(it, event));
      }
    }
    assertThat(required).isGreaterThan(PAIRS / 50);
  }

  private static boolean isMet(RequiredAttribute required, Event event) {
    String value = event.attribute(required.attribute());
    return value != null
        && switch (required.kind()) {
          case EXACT -> required.values().contains(value);
          case PREFIX -> required.values().stream().anyMatch(value::startsWith);
        };
  }

  @Test
  void whatDecidedIsAPartOfTheExpression() throws CesqlSyntaxError {
    var generated = new RandomExpressions(new Random(5), true);
    for (int i = 0; i < PAIRS / 10; i++) {
      String text = generated.expression();
      DecidingPart part = CesqlExpression.compile(text).evaluate(generated.event()).decidedBy();

      assertThat(text).contains(part.part().replace("…", ""));
      assertThat(part.attributes().keySet()).allMatch(text::contains);
    }
  }

  @Test
  void anyTextIsAnExpressionOrRefused() {
    var random = new Random(8);
    var generated = new RandomExpressions(random, true);
    int expressions = 0;
    for (int i = 0; i < PAIRS; i++) {
      String text =
          random
              .ints(1 + random.nextInt(12), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining(i % 2 == 0 ? " " : ""));
      try {
        CesqlExpression.compile(text).evaluate(generated.event());
        expressions++;
      } catch (CesqlSyntaxError e) {
        assertThat(e.position()).as(text).isBetween(0, text.length());
      }
    }
    assertThat(expressions).isBetween(PAIRS / 100, PAIRS / 2);
  }
}
