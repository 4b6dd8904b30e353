package dev.runnel.journal.keyed;

/**
 * Some of a capability's keys, in their order.
 *
 * @param prefix what their names begin with; empty: all
 * @param after the last name of the page before; empty for the first page
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record Range(String capability, String prefix, String after, int limit) {

  public static final int MOST = 1_000;

  public Range {
    Words.check("the capability", capability, Key.LONGEST_CAPABILITY);
    checkPart("the prefix", prefix);
    checkPart("the last key of the page before", after);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "%d keys are asked for; expected 1 to %d".formatted(limit, MOST));
    }
  }

  private static void checkPart(String what, String text) {
    if (!text.isEmpty()) {
      Words.check(what, text, Key.LONGEST_NAME);
    }
  }
}
