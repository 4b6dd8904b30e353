package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.sql.EvaluationRuntime;
import io.cloudevents.sql.Parser;
import io.cloudevents.sql.Result;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SDK's evaluator and ours, on the same expressions and events. Where nothing goes wrong they
 * say the same; the differences that there are stand in docs/decisions/cesql-of-our-own.md.
 */
class OtherEvaluatorTest {

  private static final int EXPRESSIONS = 2_000;
  private static final int EVENTS = 5;
  private static final Set<String> BUILT_APART = Set.of("specversion", "id", "source", "type");

  @Test
  void bothSayTheSameOfGeneratedExpressions() throws CesqlSyntaxError {
    var random = new Random(6);
    var generated = new RandomExpressions(random, false);
    int faultless = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = generated.expression();
      for (int j = 0; j < EVENTS; j++) {
        Event event = generated.event();
        Evaluation ours = CesqlExpression.compile(text).evaluate(event);
        Result theirs = theirs(text, event);
        String of = text + " of " + event.attributes();

        assertThat(ours.errors().isEmpty()).as(of).isEqualTo(!theirs.isFailed());
        if (ours.errors().isEmpty()) {
          faultless++;
          assertThat(ours.value()).as(of).isEqualTo(theirs.value());
        }
      }
    }
    assertThat(faultless).isGreaterThan(EXPRESSIONS);
  }

  /** With OR the other evaluator forgets what went wrong on the left. */
  @Test
  void bothSayTheSameWithOrWhereNothingGoesWrong() throws CesqlSyntaxError {
    var generated = new RandomExpressions(new Random(7), true);
    int faultless = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = generated.expression();
      Event event = generated.event();
      Evaluation ours = CesqlExpression.compile(text).evaluate(event);
      if (ours.errors().isEmpty()) {
        faultless++;
        Result theirs = theirs(text, event);
        assertThat(theirs.isFailed()).as(text).isFalse();
        assertThat(ours.value()).as(text).isEqualTo(theirs.value());
      }
    }
    assertThat(faultless).isGreaterThan(EXPRESSIONS / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "()",
        "(1",
        "1)",
        "1 +",
        "AND TRUE",
        "TRUE AND",
        "1 2",
        "a b",
        "NOT",
        "'open",
        "\"open",
        "LIKE 'a'",
        "'a' LIKE",
        "'a' LIKE b",
        "'a' LIKE 1",
        "1 IN",
        "1 IN ()",
        "1 IN 1",
        "1 IN (1",
        "1 NOT 2",
        "1 NOT = 2",
        "EXISTS",
        "EXISTS 'a'",
        "EXISTS 1",
        "EXISTS TRUE",
        "EXISTS (a)",
        "ABS(",
        "ABS(1",
        "ABS(1,)",
        "ABS(,1)",
        "ABS 1",
        "F1(1)",
        "a_b",
        "a.b",
        "a = ? ",
        "1 == 1",
        "1 < > 2",
        "1 = > 2",
        "2147483648",
        "-2147483649",
        "- 2147483648",
        "+ 1",
        "+a",
        "TRUE(1)",
        "IN (1)",
        "AND",
        "exists",
        "a = 'b' 'c'"
      })
  void bothRefuseWhatIsNoExpression(String text) {
    assertThat(refusal(text)).as(text).isNotNull();
    assertThat(isRefusedByThem(text)).as(text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4-1 | is read as a subtraction",
        "x2-1 | is read as a subtraction",
        "4 -1 | is read as a subtraction"
      })
  void someIsOnlyReadByUs(String text, String why) {
    assertThat(refusal(text)).as(why).isNull();
    assertThat(isRefusedByThem(text)).as(text).isTrue();
  }

  /** The other one passes over characters that it does not know. */
  @ParameterizedTest
  @ValueSource(strings = {"_F(1)", "1 ;", "{a}", "1 ! = 2"})
  void someIsOnlyRefusedByUs(String text) {
    assertThat(refusal(text)).isNotNull();
    assertThat(isRefusedByThem(text)).as(text).isFalse();
  }

  @Test
  void onlyOurPercentSignIsAlsoALineBreak() throws CesqlSyntaxError {
    Event event = Event.of("1", "/s", "t", Data.NONE);

    assertThat(CesqlExpression.compile("'a\nb' LIKE 'a%'").accepts(event)).isTrue();
    assertThat(theirs("'a\nb' LIKE 'a%'", event).value()).isEqualTo(false);
  }

  /** The differences, so that a version of the SDK that loses one is noticed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TRUE AND (1 != 1 / 0) | false | true",
        "NOT 10 | true | false",
        "missing OR TRUE | true | true",
        "7 / 0 + 5 | 0 | 5",
        "'seven' = 0 | false | true",
        "NOT (1 = 1 / 0) | false | true",
        "missing NOT LIKE 'a' | false | true",
        "missing IN ('a') | false | true",
        "LENGTH(missing) | 0 | 5",
        "LENGTH('😀') | 1 | 2"
      })
  void knownDifferencesAreAsDescribed(String text, String ours, String theirs)
      throws CesqlSyntaxError {
    Event event = Event.of("1", "/s", "t", Data.NONE);

    assertThat(CesqlExpression.compile(text).evaluate(event).value()).asString().isEqualTo(ours);
    assertThat(theirs(text, event).value()).asString().isEqualTo(theirs);
  }

  private static Result theirs(String text, Event event) {
    return Parser.parseDefault(text).evaluate(EvaluationRuntime.getDefault(), built(event));
  }

  private static CloudEvent built(Event event) {
    var builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(URI.create(event.source()))
            .withType(event.type());
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals("subject")) {
                builder.withSubject(value);
              } else if (!BUILT_APART.contains(name)) {
                builder.withExtension(name, value);
              }
            });
    return builder.build();
  }

  private static @Nullable CesqlSyntaxError refusal(String text) {
    try {
      CesqlExpression.compile(text);
      return null;
    } catch (CesqlSyntaxError e) {
      return e;
    }
  }

  /** It throws its ParseException, or another where it cannot build one. */
  private static boolean isRefusedByThem(String text) {
    try {
      Parser.parseDefault(text);
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }
}
