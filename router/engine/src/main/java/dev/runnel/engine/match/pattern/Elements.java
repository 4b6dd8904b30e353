package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Value;
import java.util.List;

/**
 * Whether tests that are passed within arrays agree on one element of each array. Since an object
 * has no key twice, a field leads from one element into at most one of the arrays within it: what
 * an array must hold has to be in one of its elements, and what different arrays hold does not
 * matter to one another. So each element is asked once, those of inner arrays first; nothing is
 * tried and taken back.
 *
 * <p>Sets of tests are the bits of a {@code long}, in the order of the tests. Absence is as
 * event-ruler has it: a field is absent if it has no value in the elements that the tests before it
 * have chosen. So the first of the tests that go into an array is passed by a value there.
 */
final class Elements {

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

  /** By place: how many of its inner arrays do not hold yet what they must. */
  private final int[] open;

  /** By array: the tests that one of its elements must pass. */
  private final long[] wanted;

  /** By array: those of them that may be passed by absence. */
  private final long[] free;

  /** By array: whether an element passes them. */
  private final boolean[] holds;

  Elements(EventFields event, List<FieldTest> tests, Steps steps) {
    this.event = event;
    this.tests = tests;
    this.steps = steps;
    int places = 1;
    int arrays = 1;
    long absentable = 0;
    for (int i = 0; i < tests.size(); i++) {
      absentable |= tests.get(i).acceptsAbsence() ? 1L << i : 0;
      for (Value v = event.first(tests.get(i).field()); v != null; v = v.next()) {
        places = Math.max(places, v.place() + 1);
      }
    }
    for (int place = 1; place < places; place++) {
      arrays = Math.max(arrays, event.array(place) + 1);
    }
    this.absentable = absentable;
    present = new long[places];
    passed = new long[places];
    filled = new long[places];
    within = new long[places];
    open = new int[places];
    wanted = new long[arrays];
    free = new long[arrays];
    holds = new boolean[arrays];
  }

  boolean agree() {
    if (!steps.suffice(present.length)) {
      return false;
    }
    for (int i = 0; i < tests.size(); i++) {
      if (!look(tests.get(i), 1L << i)) {
        return false;
      }
    }
    goIn();
    for (int place = present.length - 1; place > EventFields.OUTSIDE; place--) {
      int array = event.array(place);
      if (wanted[array] != 0 && !holds[array] && passes(place, wanted[array], free[array])) {
        holds[array] = true;
        open[event.outer(place)]--;
      }
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

  /** From the outermost arrays inwards: what an element of each must pass. */
  private void goIn() {
    boolean[] known = new boolean[wanted.length];
    for (int place = 1; place < present.length; place++) {
      int array = event.array(place);
      if (!known[array]) {
        known[array] = true;
        int outer = event.outer(place);
        boolean isOutermost = outer == EventFields.OUTSIDE;
        long asked = isOutermost ? all() : wanted[event.array(outer)];
        long mayBeAbsent = isOutermost ? absentable : free[event.array(outer)];
        wanted[array] &= asked & ~passed[outer];
        free[array] =
            wanted[array] & mayBeAbsent & ~filled[outer] & ~Long.lowestOneBit(wanted[array]);
        open[outer] += wanted[array] == 0 ? 0 : 1;
      }
    }
  }

  /** Whether all of the tests wanted are passed in this place, and in the arrays within it. */
  private boolean passes(int place, long wanted, long free) {
    long lacking = wanted & ~passed[place] & ~within[place];
    return open[place] == 0 && (lacking & ~(free & ~present[place])) == 0;
  }
}
