package dev.runnel.engine.match.cesql;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One evaluation: where attributes come from, what went wrong so far, and the steps left. */
abstract class Scope {

  private static final int LONGEST_SHOWN = 80;

  /** What becomes of errors: for a verdict it is enough that there is one. */
  enum Errors {
    COUNTED,
    COLLECTED
  }

  private final @Nullable List<EvaluationError> errors;
  private int faults;
  private int steps = CesqlExpression.MAX_STEPS;

  Scope(Errors errors) {
    this.errors = errors == Errors.COLLECTED ? new ArrayList<>() : null;
  }

  /** A {@link String}, {@link Integer} or {@link Boolean}, or null where there is none. */
  abstract @Nullable Object attribute(String name);

  /**
   * Notes an error.
   *
   * @param value what is shown after the detail, where there is something to show
   */
  void fail(Kind kind, Span at, String detail, @Nullable Object value) {
    faults++;
    if (errors != null) {
      String shown = value == null ? detail : detail + shown(value);
      errors.add(new EvaluationError(kind, at.toString(), shown));
    }
  }

  /** Takes steps; when there are not so many left, that is an error, and false. */
  boolean takes(int wanted, Span at) {
    if (wanted <= steps) {
      steps -= wanted;
      return true;
    }
    steps = 0;
    fail(
        Kind.GENERIC,
        at,
        "the evaluation takes more steps than are allowed, which is ",
        CesqlExpression.MAX_STEPS);
    return false;
  }

  /** How many errors there were; compared with itself later it tells whether there were more. */
  int faults() {
    return faults;
  }

  boolean isFaultless() {
    return faults == 0;
  }

  /** Whether nothing can change the verdict any more, as it is all that is wanted. */
  boolean isDecided() {
    return faults != 0 && errors == null;
  }

  List<EvaluationError> errors() {
    return errors == null ? List.of() : errors;
  }

  /** The same attributes, as if nothing had been asked yet. */
  Scope again() {
    Scope first = this;
    return new Scope(Errors.COLLECTED) {
      @Override
      @Nullable Object attribute(String name) {
        return first.attribute(name);
      }
    };
  }

  static String shown(Object value) {
    String text = value.toString();
    String cut = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    return value instanceof String ? "'" + cut + "'" : cut;
  }

  /** For what is the same for every event. */
  static Scope withoutAttributes() {
    return new Scope(Errors.COLLECTED) {
      @Override
      @Nullable Object attribute(String name) {
        return null;
      }
    };
  }

  /** The attributes of an event, all of them strings. */
  static final class OfEvent extends Scope {
    private final Event event;

    /** The attribute asked for last: conditions often come in pairs, as those of a range. */
    private @Nullable String lastName;

    private @Nullable String lastValue;

    OfEvent(Event event, Errors errors) {
      super(errors);
      this.event = event;
    }

    @Override
    @Nullable Object attribute(String name) {
      // An expression holds each name once.
      if (!isSame(name, lastName)) {
        lastValue = event.attribute(name);
        lastName = name;
      }
      return lastValue;
    }

    @SuppressWarnings("ReferenceEquality") // a name that is equal but not the same is looked up
    private static boolean isSame(String name, @Nullable String last) {
      return name == last;
    }
  }
}
