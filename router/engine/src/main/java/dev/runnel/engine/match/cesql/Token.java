package dev.runnel.engine.match.cesql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a string, a sign or the end of an expression.
 *
 * @param text as written; a string without its quotes, and with its own quotes unescaped
 */
record Token(Kind kind, String text, int from, int to) {

  /** What it is. */
  enum Kind {
    WORD,
    STRING,
    SIGN,
    END
  }

  private static final List<String> SIGNS =
      List.of("!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%");

  static List<Token> all(String expression) throws CesqlSyntaxError {
    checkLength(expression);
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (true) {
      while (at < expression.length() && " \t\r\n".indexOf(expression.charAt(at)) >= 0) {
        at++;
      }
      if (at == expression.length()) {
        tokens.add(new Token(Kind.END, "", at, at));
        return tokens;
      }
      Token token = at(expression, at);
      tokens.add(token);
      at = token.to;
    }
  }

  /** Whether it is this keyword or sign, in upper or lower case. */
  boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(wanted);
  }

  /** For messages. */
  String seen() {
    return switch (kind) {
      case WORD, SIGN -> "'" + text + "'";
      case STRING -> "a string";
      case END -> "the end";
    };
  }

  private static void checkLength(String expression) throws CesqlSyntaxError {
    int most = CesqlExpression.LONGEST_TEXT;
    // No character of UTF-16 takes less than a byte.
    int bytes =
        expression.length() > most ? expression.length() : expression.getBytes(UTF_8).length;
    if (bytes > most) {
      throw new CesqlSyntaxError(
          0, "an expression of " + bytes + " bytes or more", "at most " + most + " bytes");
    }
  }

  private static Token at(String expression, int from) throws CesqlSyntaxError {
    char c = expression.charAt(from);
    if (c == '\'' || c == '"') {
      return string(expression, from, c);
    }
    if (isOfWord(c)) {
      int to = from + 1;
      while (to < expression.length() && isOfWord(expression.charAt(to))) {
        to++;
      }
      return new Token(Kind.WORD, expression.substring(from, to), from, to);
    }
    for (String sign : SIGNS) {
      if (expression.startsWith(sign, from)) {
        return new Token(Kind.SIGN, sign, from, from + sign.length());
      }
    }
    throw new CesqlSyntaxError(
        from,
        "'" + Character.toString(expression.codePointAt(from)) + "'",
        "a word, a string in quotes, or one of " + String.join(" ", SIGNS));
  }

  /** A backslash keeps its meaning for LIKE, so that only the one before a quote goes. */
  private static Token string(String expression, int from, char quote) throws CesqlSyntaxError {
    var text = new StringBuilder();
    int at = from + 1;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      boolean isPair = at + 1 < expression.length() && (c == '\\' || c == quote);
      char second = isPair ? expression.charAt(at + 1) : 0;
      if (c == '\\' && isPair) {
        text.append(second == quote ? "" : "\\").append(second);
        at += 2;
      } else if (c == quote && second == quote) {
        // The grammar lets a doubled quote stand in a string, and it stays two.
        text.append(quote).append(quote);
        at += 2;
      } else if (c == quote) {
        return new Token(Kind.STRING, text.toString(), from, at + 1);
      } else {
        text.append(c);
        at++;
      }
    }
    throw new CesqlSyntaxError(from, "a string without an end", "a closing " + quote);
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
