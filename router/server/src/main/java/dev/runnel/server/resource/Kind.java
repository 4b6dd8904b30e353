package dev.runnel.server.resource;

import java.util.function.Predicate;

/**
 * What a parameter's value may be.
 *
 * @param expected in words, for whoever gave another
 * @param fits told a value that is not empty
 */
public record Kind(String expected, Predicate<String> fits) {

  /** Any text. */
  public static final Kind TEXT = new Kind("some text", value -> true);

  /** Yes or no. */
  public static final Kind SWITCH =
      new Kind("true or false", value -> value.equals("true") || value.equals("false"));
}
