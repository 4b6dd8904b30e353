package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a text that is no expression, and of one that is too much. */
class CesqlSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type = | 6 | the end | a value",
        "type == 'a' | 6 | '=' | a value",
        "type = 'a | 7 | a string without an end | a closing '",
        "type = 'a' and | 14 | the end | a value",
        "type 'a' | 5 | a string | an operator or the end",
        "type LIKE subject | 10 | 'subject' | the pattern",
        "type NOT 'a' | 9 | a string | LIKE or IN",
        "type IN 'a' | 8 | a string | '('",
        "type IN () | 9 | ')' | a value",
        "(type = 'a' | 11 | the end | ')'",
        "data.price > 3 | 4 | '.' | a word",
        "order_id = 'a' | 0 | 'order_id' | an attribute's name",
        "seats > 2147483648 | 8 | 2147483648 | an integer from",
        "LEFT2('a') | 0 | 'LEFT2' | the name of a function",
        "EXISTS 'a' | 7 | a string | an attribute's name",
        "a = '😀' AND 😀 | 13 | '😀' | a word"
      })
  void saysWhereWhatWasSeenAndWhatWasExpected(
      String expression, int position, String seen, String expected) {
    CesqlSyntaxError error =
        catchThrowableOfType(CesqlSyntaxError.class, () -> CesqlExpression.compile(expression));

    assertThat(error).isNotNull();
    assertThat(error.position()).isEqualTo(position);
    assertThat(error.seen()).isEqualTo(seen);
    assertThat(error.expected()).contains(expected);
    assertThat(error)
        .hasMessageStartingWith("at character " + (position + 1) + ": " + seen + "; expected ");
  }

  @Test
  void keepsTheExpressionAsItWasWritten() throws CesqlSyntaxError {
    assertThat(CesqlExpression.compile(" a  =\t'b' ")).hasToString(" a  =\t'b' ");
  }

  @Test
  void takesFourKibibytesAndNoMore() throws CesqlSyntaxError {
    String most = "type = '" + "a".repeat(CesqlExpression.LONGEST_TEXT - 9) + "'";

    assertThat(CesqlExpression.compile(most).requiredAttributes()).hasSize(1);
    assertThatThrownBy(() -> CesqlExpression.compile(most + " "))
        .isInstanceOf(CesqlSyntaxError.class)
        .hasMessageContaining("4097 bytes")
        .hasMessageContaining("at most 4096 bytes");
    assertThatThrownBy(() -> CesqlExpression.compile("'" + "ä".repeat(2048) + "'"))
        .isInstanceOf(CesqlSyntaxError.class)
        .hasMessageContaining("4098 bytes");
  }

  @Test
  void takesThirtyTwoLevelsAndNoMore() throws CesqlSyntaxError {
    for (String[] around :
        new String[][] {{"(", ")"}, {"NOT ", ""}, {"- ", ""}, {"ABS(", ")"}, {"", " + 1"}}) {
      int most = CesqlExpression.MAX_DEPTH - 1;
      String deepest = around[0].repeat(most) + "a" + around[1].repeat(most);

      assertThat(CesqlExpression.compile(deepest)).hasToString(deepest);
      assertThatThrownBy(() -> CesqlExpression.compile(around[0] + deepest + around[1]))
          .as(deepest)
          .isInstanceOf(CesqlSyntaxError.class)
          .hasMessageContaining("at most 32 levels");
    }
  }

  @Test
  void aRowOfOneConnectiveIsNoDeeperThanOne() throws CesqlSyntaxError {
    String row = "a = 1" + " OR a = 1".repeat(400);

    assertThat(CesqlExpression.compile(row)).hasToString(row);
    assertThatThrownBy(() -> CesqlExpression.compile("a" + " OR a AND a".repeat(40)))
        .isInstanceOf(CesqlSyntaxError.class)
        .hasMessageContaining("at most 32 levels");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "%",
        "NOT ",
        "- ",
        "'a' ",
        "\\",
        "EXISTS ",
        "ABS(",
        "a LIKE 'a' ",
        "1 IN (",
        ")",
        "1+"
      })
  void refusesALongRowOfAnything(String part) {
    String row = part.repeat(CesqlExpression.LONGEST_TEXT / part.length());

    assertThatThrownBy(() -> CesqlExpression.compile(row)).isInstanceOf(CesqlSyntaxError.class);
  }
}
