package dev.runnel.engine.match.cesql;

import dev.runnel.contract.Event;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvents SQL 1.0 expression, compiled: immutable, and shared by all threads that ask it.
 *
 * <p>Attributes are strings, whatever the format that brought them: {@code sequence = 5} casts, and
 * an event says the same in every encoding.
 */
public final class CesqlExpression {

  /** Of the expression's text, in UTF-8. */
  public static final int LONGEST_TEXT = 4096;

  /** Of terms within terms: brackets, operators in a row, calls. */
  public static final int MAX_DEPTH = 32;

  /** Of one evaluation: a step is a character that LIKE or a function reads or writes. */
  public static final int MAX_STEPS = 1 << 22;

  private final String expression;
  private final Term root;

  /** False for a number or a string; so is an attribute, even one that says true. */
  private final boolean isCondition;

  private final Clause[] clauses;
  private final List<RequiredAttribute> requiredAttributes;

  private CesqlExpression(String expression, Term root) {
    this.expression = expression;
    this.root = root;
    this.isCondition = root instanceof BooleanTerm;
    this.clauses = root instanceof BooleanTerm condition ? Clauses.of(condition) : new Clause[0];
    this.requiredAttributes = RequiredAttributes.of(root);
  }

  /**
   * Reads an expression. A call of an unknown function is no error of syntax: it is one of every
   * evaluation that comes to it.
   */
  public static CesqlExpression compile(String expression) throws CesqlSyntaxError {
    return new CesqlExpression(expression, new Parser(Token.all(expression), expression).whole());
  }

  /** Whether the value is true and no error arose: the event passes a filter of it. */
  public boolean accepts(Event event) {
    for (Clause clause : clauses) {
      if (!clause.accepts(event)) {
        return false;
      }
    }
    return isCondition;
  }

  /** The value and all errors, and what decided. */
  public Evaluation evaluate(Event event) {
    return evaluate(new Scope.OfEvent(event, Scope.Errors.COLLECTED));
  }

  Evaluation evaluate(Scope scope) {
    Object value = root.value(scope);
    return new Evaluation(value, scope.errors(), DecidingPart.of(root, scope));
  }

  /** What every event that is accepted has for certain; an index may look events up by it. */
  public List<RequiredAttribute> requiredAttributes() {
    return requiredAttributes;
  }

  /** Whether it is seen without an event that none is accepted, as in {@code 1 = 2 AND x = 3}. */
  public boolean acceptsNothing() {
    return acceptsNothing(root)
        || (root.isConstant() && root.type(Scope.withoutAttributes()) != ValueType.BOOLEAN);
  }

  /** Whether it is seen without an event that all are accepted, as in {@code 1 = 1}. */
  public boolean acceptsEverything() {
    Scope scope = Scope.withoutAttributes();
    return root.isConstant()
        && root.type(scope) == ValueType.BOOLEAN
        && root.truth(scope)
        && scope.isFaultless();
  }

  /** The attributes that it names, on which alone its value depends. */
  public Set<String> attributes() {
    var names = new TreeSet<String>();
    DecidingPart.names(root, names::add);
    return Collections.unmodifiableSortedSet(names);
  }

  private static boolean acceptsNothing(Term term) {
    if (term instanceof Conjunction conjunction) {
      return conjunction.operands().stream().anyMatch(CesqlExpression::acceptsNothing);
    }
    Scope scope = Scope.withoutAttributes();
    return term.isConstant() && !(term.truth(scope) && scope.isFaultless());
  }

  /** Where it was written alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CesqlExpression that && expression.equals(that.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return expression;
  }
}
