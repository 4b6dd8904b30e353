package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.cesql.RequiredAttribute;
import java.util.List;
import java.util.Map;

/** A CESQL expression: compiled, and asked about some events. */
public final class CesqlTarget {

  private static final Event SMALL = Event.of("1", "/s", "t", Data.NONE);
  private static final List<Event> EVENTS =
      List.of(
          SMALL,
          Event.of("4711", "/eu/shop/orders/17", "order.placed", Data.json("{}"))
              .with(Map.of("subject", "images/receipt.png", "seats", "5", "hop", "-5")),
          SMALL.with(
              Map.of("subject", "a\ud83d\ude00%_\\", "seats", "2147483648", "paid", "TRUE")));

  private CesqlTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    CesqlExpression expression;
    try {
      expression = CesqlExpression.compile(new String(input, UTF_8));
    } catch (CesqlSyntaxError refused) {
      return;
    }
    EVENTS.forEach(event -> isConsistent(expression, event));
  }

  /** What is said without an explanation is what is said with one, and what was said before. */
  private static void isConsistent(CesqlExpression expression, Event event) {
    boolean accepts = expression.accepts(event);
    Kept.same(expression.evaluate(event).isAccepted(), accepts);
    if (accepts ? expression.acceptsNothing() : expression.acceptsEverything()) {
      throw new AssertionError("it says so of no event, and " + accepts + " of one: " + expression);
    }
    if (accepts && !expression.requiredAttributes().stream().allMatch(it -> isMet(it, event))) {
      throw new AssertionError("accepted without what is required: " + expression);
    }
  }

  private static boolean isMet(RequiredAttribute required, Event event) {
    String value = event.attribute(required.attribute());
    return value != null
        && switch (required.kind()) {
          case EXACT -> required.values().contains(value);
          case PREFIX -> required.values().stream().anyMatch(value::startsWith);
        };
  }
}
