package dev.runnel.server.resource;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a parameter's value may be.
 *
 * @param expected in words, for whoever gave another
 * @param fits told a value that is not empty
 */
public record Kind(String expected, Predicate<String> fits) {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** Any text. */
  public static final Kind TEXT = new Kind("some text", value -> true);

  /** Yes or no. */
  public static final Kind SWITCH =
      new Kind("true or false", value -> value.equals("true") || value.equals("false"));

  /** A number from 1 to this one. */
  public static Kind countTo(int most) {
    return new Kind(
        "a number from 1 to " + most,
        value -> NUMBER.matcher(value).matches() && Integer.parseInt(value) <= most);
  }
}
