package dev.runnel.engine.match.cesql;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions of every kind of term, and events that some of them accept. */
final class RandomExpressions {

  /** Each term may be one level deeper than the other in its brackets and calls. */
  private static final int DEEPEST = 4;

  private static final List<String> NAMES =
      List.of("id", "source", "type", "subject", "region", "seats", "open", "x2");

  private static final List<String> TEXTS =
      List.of(
          "a", "ab", "abba", "b%a", "a_b", "", "10", "-3", "0", "true", "FALSE", "it\\'s", " a ");

  private static final List<String> VALUES =
      List.of("a", "ab", "abba", "b%a", "a_b", "10", "-3", "0", "7", "true", "FALSE", "it's", "äö");

  private static final List<String> PATTERNS =
      List.of(
          "a%", "%a", "%b%", "a_b", "_", "%", "", "ab", "%b_a%", "a\\\\_b", "%\\\\%%", "%a%b%a%");

  private final Random random;
  private final boolean hasOr;

  /**
   * @param hasOr whether OR is among the operators
   */
  RandomExpressions(Random random, boolean hasOr) {
    this.random = random;
    this.hasOr = hasOr;
  }

  /** An expression of any type, mostly a condition. */
  String expression() {
    return switch (random.nextInt(10)) {
      case 0 -> text(1);
      case 1 -> number(1);
      default -> condition(1);
    };
  }

  /** A condition that an index could look events up by. */
  String lookup() {
    return repeated(
        1 + random.nextInt(2),
        of(" AND ", " OR "),
        () -> {
          String value = "'" + any(VALUES).replace("'", "\\'") + "'";
          return switch (random.nextInt(6)) {
            case 0 -> value + " = " + name();
            case 1 -> name() + " IN (" + value + ", 10, 'a', TRUE)";
            case 2 -> name() + " LIKE '" + any(PATTERNS) + "'";
            case 3 -> "(" + name() + " = " + value + " AND " + condition(3) + ")";
            case 4 -> name() + equality() + literal();
            default -> name() + " = " + value;
          };
        });
  }

  private String condition(int depth) {
    if (depth >= DEEPEST) {
      return leaf();
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> "(" + row("AND", depth) + ")";
      case 3 -> "(" + row(hasOr ? "OR" : "XOR", depth) + ")";
      case 4 -> "(" + row("XOR", depth) + ")";
      case 5 -> "NOT (" + condition(depth + 1) + ")";
      case 6 -> "(" + condition(depth + 1) + equality() + condition(depth + 1) + ")";
      default -> leaf();
    };
  }

  private String row(String operator, int depth) {
    return repeated(2 + random.nextInt(2), " " + operator + " ", () -> condition(depth + 1));
  }

  private String leaf() {
    return switch (random.nextInt(8)) {
      case 0 -> "EXISTS " + name();
      case 1 -> text(2) + equality() + text(2);
      case 2 -> number(2) + equality() + number(2);
      case 3 -> number(2) + of(" < ", " <= ", " > ", " >= ") + number(2);
      case 4 -> name() + of(" LIKE ", " NOT LIKE ") + "'" + any(PATTERNS) + "'";
      case 5 ->
          "("
              + text(3)
              + of(" IN (", " NOT IN (")
              + repeated(1 + random.nextInt(3), ", ", () -> text(3))
              + "))";
      case 6 -> of("IS_INT", "IS_BOOL", "BOOL") + "(" + text(3) + ")";
      default -> name() + equality() + literal();
    };
  }

  private String text(int depth) {
    if (depth >= DEEPEST) {
      return literal();
    }
    return switch (random.nextInt(12)) {
      case 0 -> of("LOWER", "UPPER", "TRIM", "STRING") + "(" + text(depth + 1) + ")";
      case 1 -> of("LEFT", "RIGHT") + "(" + text(depth + 1) + ", " + small() + ")";
      case 2 -> "SUBSTRING(" + text(depth + 1) + ", " + small() + ", " + small() + ")";
      case 3 -> "SUBSTRING(" + text(depth + 1) + ", " + small() + ")";
      case 4 -> "CONCAT(" + text(depth + 1) + ", " + text(depth + 1) + ")";
      case 5 -> "CONCAT_WS('-', " + text(depth + 1) + ", " + text(depth + 1) + ")";
      case 6, 7, 8, 9 -> name();
      default -> literal();
    };
  }

  private String number(int depth) {
    if (depth >= DEEPEST) {
      return small();
    }
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          "(" + number(depth + 1) + of(" + ", " - ", " * ", " / ", " % ") + number(depth + 1) + ")";
      case 2 -> of("ABS", "INT", "LENGTH") + "(" + text(depth + 1) + ")";
      case 3 -> "- " + name();
      case 4, 5 -> name();
      default -> small();
    };
  }

  private String literal() {
    return switch (random.nextInt(6)) {
      case 0 -> small();
      case 1 -> of("TRUE", "FALSE", "true");
      default -> "'" + any(TEXTS) + "'";
    };
  }

  private String small() {
    return String.valueOf(random.nextInt(14) - 3);
  }

  private String equality() {
    return of(" = ", " != ", " <> ");
  }

  private String name() {
    return any(NAMES);
  }

  private String of(String... values) {
    return any(List.of(values));
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String repeated(int times, String between, Supplier<String> part) {
    return IntStream.range(0, times).mapToObj(i -> part.get()).collect(Collectors.joining(between));
  }

  /** An event with most of the attributes. */
  Event event() {
    Map<String, String> attributes = new HashMap<>();
    for (String name : NAMES.subList(3, NAMES.size())) {
      if (random.nextInt(5) != 0) {
        attributes.put(name, any(VALUES));
      }
    }
    return Event.of(any(VALUES), any(List.of("/a", "/ab", "a")), any(VALUES), Data.NONE)
        .with(attributes);
  }
}
