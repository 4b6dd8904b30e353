package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Steps;
import dev.runnel.engine.match.fields.Value;
import java.util.List;

/**
 * Whether tests that are passed within arrays agree on one element of each array. Since an object
 * has no key twice, a field leads from one element into at most one of the arrays within it: what
 * an array must hold has to be in one of its elements, and what different arrays hold does not
 * matter to one another. So each element is asked once, those of inner arrays first; nothing is
 * tried and taken back.
 *
 * <p>Absence is as event-ruler has it: a field is absent if it has no value in the elements that
 * the tests before it have chosen. So the first of the tests that go into an array is passed by a
 * value there. And where a field has values both in an array and in an array within that, its test
 * may go in, so that others find their fields absent, or stay out.
 *
 * <p>Sets of tests are the bits of a {@code long}, in the order of the tests.
 */
final class Elements {

  private static final int NONE = 0;

  /** Places are made, gone through from without, and asked. */
  private static final int STEPS_OF_A_PLACE = 2;

  private final EventFields event;
  private final List<FieldTest> tests;
  private final Steps steps;

  /** The tests that a field without a value passes. */
  private final long absentable;

  /** By place: the tests with something to look at there or further in. */
  private final long[] present;

  /** By place: those passed by a value that is of no inner array. */
  private final long[] passed;

  /** By place: those with a value that is of no inner array. */
  private final long[] filled;

  /** By place: those with something to look at in inner arrays. */
  private final long[] within;

  /** By place: the number of one of its inner arrays. */
  private final int[] inner;

  /** By array: another one within the same place. */
  private final int[] next;

  /** By array: the tests that have to go in. */
  private final long[] wanted;

  /** By array: those that may go in or stay out. */
  private final long[] optional;

  /** By array: those with a value on the way to it. */
  private final long[] filledBefore;

  /** By array: whether an element passes the tests wanted. */
  private final boolean[] holds;

  /** By array: whether an element passes these, and those that are optional. */
  private final boolean[] holdsAll;

  private Elements(EventFields event, List<FieldTest> tests, Steps steps, int places) {
    this.event = event;
    this.tests = tests;
    this.steps = steps;
    int arrays = 1;
    long mayBeAbsent = 0;
    for (int i = 0; i < tests.size(); i++) {
      mayBeAbsent |= tests.get(i).acceptsAbsence() ? 1L << i : 0;
    }
    for (int place = 1; place < places; place++) {
      arrays = Math.max(arrays, event.array(place) + 1);
    }
    absentable = mayBeAbsent;
    present = new long[places];
    passed = new long[places];
    filled = new long[places];
    within = new long[places];
    inner = new int[places];
    next = new int[arrays];
    wanted = new long[arrays];
    optional = new long[arrays];
    filledBefore = new long[arrays];
    holds = new boolean[arrays];
    holdsAll = new boolean[arrays];
  }

  /** Whether they do, within these steps; nothing is made where those do not suffice. */
  static boolean agree(EventFields event, List<FieldTest> tests, Steps steps) {
    int places = 1;
    for (FieldTest test : tests) {
      for (Value v = event.first(test.field()); v != null; v = v.next()) {
        if (!steps.suffice(1)) {
          return false;
        }
        places = Math.max(places, v.place() + 1);
      }
    }
    return steps.suffice(STEPS_OF_A_PLACE * places)
        && new Elements(event, tests, steps, places).agree();
  }

  private boolean agree() {
    for (int i = 0; i < tests.size(); i++) {
      if (!look(tests.get(i), 1L << i)) {
        return false;
      }
    }
    goIn();
    for (int place = present.length - 1; place > EventFields.OUTSIDE; place--) {
      ask(place, event.array(place));
    }
    return passes(EventFields.OUTSIDE, all(), absentable);
  }

  private long all() {
    return -1L >>> (Long.SIZE - tests.size());
  }

  /** Notes the values of one field; false if the steps are used up. */
  private boolean look(FieldTest test, long bit) {
    for (Value v = event.first(test.field()); v != null; v = v.next()) {
      if (!steps.suffice(test.cost(v))) {
        return false;
      }
      boolean accepted = test.accepts(v);
      if (accepted || (absentable & bit) != 0) {
        passed[v.place()] |= accepted ? bit : 0;
        filled[v.place()] |= bit;
        noteOnTheWayOut(v.place(), bit);
      }
    }
    return true;
  }

  private void noteOnTheWayOut(int from, long bit) {
    for (int place = from; (present[place] & bit) == 0; place = event.outer(place)) {
      present[place] |= bit;
      if (place == EventFields.OUTSIDE) {
        return;
      }
      within[event.outer(place)] |= bit;
      wanted[event.array(place)] |= bit;
    }
  }

  /** From the outermost arrays inwards: which tests go in, of those with something to look at. */
  private void goIn() {
    boolean[] known = new boolean[wanted.length];
    for (int place = 1; place < present.length; place++) {
      int array = event.array(place);
      if (known[array]) {
        continue;
      }
      known[array] = true;
      int outer = event.outer(place);
      int around = event.array(outer);
      boolean isOutermost = outer == EventFields.OUTSIDE;
      long mayStayOut = isOutermost ? 0 : optional[around];
      long asked = isOutermost ? all() : wanted[around] | mayStayOut;
      optional[array] = wanted[array] & ((passed[outer] & asked) | mayStayOut);
      wanted[array] &= asked & ~optional[array];
      filledBefore[array] = filled[outer] | (isOutermost ? 0 : filledBefore[around]);
      holds[array] = wanted[array] == 0;
      next[array] = inner[outer];
      inner[outer] = array;
    }
  }

  /** Asks an element what its array has to hold. */
  private void ask(int place, int array) {
    holds[array] = holds[array] || passes(place, wanted[array], array);
    if (optional[array] != 0) {
      holdsAll[array] = holdsAll[array] || passes(place, wanted[array] | optional[array], array);
    }
  }

  private boolean passes(int place, long asked, int array) {
    return passes(
        place, asked, asked & absentable & ~filledBefore[array] & ~Long.lowestOneBit(asked));
  }

  /**
   * Whether all of the tests asked are passed in this place, and in the arrays within it.
   *
   * @param free those of them that may be passed by absence
   */
  private boolean passes(int place, long asked, long free) {
    long lacking = asked & ~passed[place] & ~within[place];
    if ((lacking & ~(free & ~present[place])) != 0) {
      return false;
    }
    for (int array = inner[place]; array != NONE; array = next[array]) {
      long choice = asked & optional[array];
      boolean mayStayOut = (choice & ~passed[place]) == 0;
      boolean mayGoIn = choice != 0;
      if (!(mayStayOut && holds[array]) && !(mayGoIn && holdsAll[array])) {
        return false;
      }
    }
    return true;
  }
}
