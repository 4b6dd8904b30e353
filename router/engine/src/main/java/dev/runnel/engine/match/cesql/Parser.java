package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens into terms. From the loosest to the tightest: AND, OR and XOR; comparisons; sums;
 * products; LIKE and IN; NOT and minus.
 */
final class Parser {

  private static final List<Set<String>> BINARY =
      List.of(
          Set.of("=", "!=", "<>", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*", "/", "%"));

  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "XOR", "NOT", "LIKE", "IN", "EXISTS", "TRUE", "FALSE");

  private final List<Token> tokens;
  private final String expression;
  private final Map<String, String> names = new HashMap<>();
  private int next;
  private int depth;

  Parser(List<Token> tokens, String expression) {
    this.tokens = tokens;
    this.expression = expression;
  }

  Term whole() throws CesqlSyntaxError {
    Term term = connected();
    if (token().kind() != Kind.END) {
      throw unexpected("an operator or the end");
    }
    return term;
  }

  private Term connected() throws CesqlSyntaxError {
    int outside = depth;
    deeper();
    var operands = new ArrayList<Term>();
    var spans = new ArrayList<Span>();
    var between = new ArrayList<Connective>();
    do {
      int from = next;
      operands.add(binary(0));
      spans.add(since(from));
    } while (hasConnective(between));
    depth = outside;
    return Connective.joined(operands, between, spans);
  }

  private boolean hasConnective(List<Connective> between) throws CesqlSyntaxError {
    for (Connective connective : Connective.values()) {
      if (skips(connective.name())) {
        if (!between.isEmpty() && between.getLast() != connective) {
          deeper();
        }
        between.add(connective);
        return true;
      }
    }
    return false;
  }

  private Term binary(int level) throws CesqlSyntaxError {
    if (level == BINARY.size()) {
      return matched();
    }
    int outside = depth;
    int from = next;
    Term left = binary(level + 1);
    while (token().kind() == Kind.SIGN && BINARY.get(level).contains(token().text())) {
      deeper();
      String sign = token().text();
      next++;
      Term right = binary(level + 1);
      left = Literal.folded(binary(left, sign, right, since(from)));
    }
    depth = outside;
    return left;
  }

  private static Term binary(Term left, String sign, Term right, Span span) {
    return switch (sign) {
      case "=" -> new Equality(left, right, false, span);
      case "!=", "<>" -> new Equality(left, right, true, span);
      case "<" -> new Ordering(left, Ordering.Comparison.LESS, right, span);
      case "<=" -> new Ordering(left, Ordering.Comparison.LESS_OR_EQUAL, right, span);
      case ">" -> new Ordering(left, Ordering.Comparison.GREATER, right, span);
      case ">=" -> new Ordering(left, Ordering.Comparison.GREATER_OR_EQUAL, right, span);
      case "+" -> new Arithmetic(left, Arithmetic.Operation.PLUS, right, span);
      case "-" -> new Arithmetic(left, Arithmetic.Operation.MINUS, right, span);
      case "*" -> new Arithmetic(left, Arithmetic.Operation.TIMES, right, span);
      case "/" -> new Arithmetic(left, Arithmetic.Operation.DIVIDED_BY, right, span);
      case "%" -> new Arithmetic(left, Arithmetic.Operation.MODULO, right, span);
      default -> throw new IllegalStateException("a sign without a meaning: " + sign);
    };
  }

  private Term matched() throws CesqlSyntaxError {
    int outside = depth;
    int from = next;
    Term left = unary();
    while (token().is("LIKE") || token().is("IN") || token().is("NOT")) {
      deeper();
      boolean isNegated = skips("NOT");
      if (skips("LIKE")) {
        if (token().kind() != Kind.STRING) {
          throw unexpected("a string in quotes, the pattern");
        }
        LikePattern pattern = LikePattern.of(taken().text());
        left = Literal.folded(new Like(left, pattern, isNegated, since(from)));
      } else if (skips("IN")) {
        expect("(");
        List<Term> set = listed();
        left = Literal.folded(new Membership(left, set, isNegated, since(from)));
      } else {
        throw unexpected("LIKE or IN");
      }
    }
    depth = outside;
    return left;
  }

  private Term unary() throws CesqlSyntaxError {
    int from = next;
    Term literal = signedInteger();
    if (literal != null) {
      return literal;
    }
    boolean isNot = token().is("NOT");
    if (!isNot && !token().is("-")) {
      return primary();
    }
    deeper();
    next++;
    Term operand = unary();
    depth--;
    return Literal.folded(
        isNot ? new Not(operand, since(from)) : new Negation(operand, since(from)));
  }

  /** A sign that digits follow at once is theirs. */
  private @Nullable Term signedInteger() throws CesqlSyntaxError {
    if (!token().is("-") && !token().is("+")) {
      return null;
    }
    Token digits = tokens.get(next + 1);
    if (!isDigits(digits) || digits.from() != token().to()) {
      return null;
    }
    next += 2;
    return integer(new Span(expression, digits.from() - 1, digits.to()));
  }

  private Term primary() throws CesqlSyntaxError {
    int from = next;
    if (skips("(")) {
      Term inner = connected();
      expect(")");
      return inner;
    }
    if (token().kind() == Kind.STRING) {
      return new Literal.OfText(taken().text(), since(from));
    }
    if (skips("TRUE")) {
      return new Literal.OfBoolean(true, since(from));
    }
    if (skips("FALSE")) {
      return new Literal.OfBoolean(false, since(from));
    }
    if (skips("EXISTS")) {
      // Names are of lower case; the specification's kit writes one here in upper case.
      return new Exists(name().toLowerCase(Locale.ROOT), since(from));
    }
    if (isDigits(token())) {
      next++;
      return integer(since(from));
    }
    if (token().kind() == Kind.WORD && tokens.get(next + 1).is("(")) {
      return call(from);
    }
    return new Attribute(name(), since(from));
  }

  private Term call(int from) throws CesqlSyntaxError {
    String name = token().text();
    boolean isName = name.chars().allMatch(c -> c == '_' || Character.isLetter(c));
    if (!isName || name.startsWith("_") || RESERVED.contains(name.toUpperCase(Locale.ROOT))) {
      throw unexpected("the name of a function, of letters and '_'");
    }
    next += 2;
    List<Term> arguments = skips(")") ? List.of() : listed();
    return Literal.folded(Calls.of(name, arguments, since(from)));
  }

  /** Terms up to the closing bracket. */
  private List<Term> listed() throws CesqlSyntaxError {
    var terms = new ArrayList<Term>();
    do {
      terms.add(connected());
    } while (skips(","));
    expect(")");
    return terms;
  }

  private String name() throws CesqlSyntaxError {
    String word = token().text();
    boolean isName = token().kind() == Kind.WORD && !isDigits(token()) && word.indexOf('_') < 0;
    if (!isName || RESERVED.contains(word.toUpperCase(Locale.ROOT))) {
      throw unexpected(
          "a value: an attribute's name, a string in quotes, an integer, TRUE, FALSE or '('");
    }
    next++;
    return names.computeIfAbsent(word, first -> first);
  }

  private Term integer(Span span) throws CesqlSyntaxError {
    long value = Cast.parse(span.toString());
    if (value == Cast.NOT_AN_INTEGER) {
      throw new CesqlSyntaxError(
          span.from(), span.toString(), "an integer from -2147483648 to 2147483647");
    }
    return new Literal.OfInteger((int) value, span);
  }

  private static boolean isDigits(Token token) {
    return token.kind() == Kind.WORD && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Token token() {
    return tokens.get(next);
  }

  private Token taken() {
    return tokens.get(next++);
  }

  private boolean skips(String wanted) {
    boolean isThere = token().is(wanted);
    if (isThere) {
      next++;
    }
    return isThere;
  }

  private void expect(String wanted) throws CesqlSyntaxError {
    if (!skips(wanted)) {
      throw unexpected("'" + wanted + "'" + (wanted.equals(")") ? " or an operator" : ""));
    }
  }

  private void deeper() throws CesqlSyntaxError {
    if (++depth > CesqlExpression.MAX_DEPTH) {
      throw new CesqlSyntaxError(
          token().from(),
          "terms within terms too deeply",
          "at most " + CesqlExpression.MAX_DEPTH + " levels; write a filter for each part");
    }
  }

  /** From a token to before the next. */
  private Span since(int from) {
    return new Span(expression, tokens.get(from).from(), tokens.get(next - 1).to());
  }

  private CesqlSyntaxError unexpected(String expected) {
    return new CesqlSyntaxError(token().from(), token().seen(), expected);
  }
}
