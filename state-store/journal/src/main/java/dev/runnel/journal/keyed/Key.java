package dev.runnel.journal.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What something that functions keep is called by.
 *
 * @param capability whose it is; 1 to {@value #LONGEST_CAPABILITY} characters
 * @param name what it is called there; 1 to {@value #LONGEST_NAME} characters
 */
public record Key(String capability, String name) {

  public static final int LONGEST_CAPABILITY = 128;
  public static final int LONGEST_NAME = 512;

  /** The order of names: that of their Unicode code points, as UTF-8 has it, too. */
  public static final Comparator<String> NAMES =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

  public Key {
    Words.check("the capability", capability, LONGEST_CAPABILITY);
    Words.check("the key", name, LONGEST_NAME);
  }
}
