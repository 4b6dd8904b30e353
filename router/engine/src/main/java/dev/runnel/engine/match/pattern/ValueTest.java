package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/**
 * What one value of a field must be. Its {@code toString} is the test as people write it, without
 * braces.
 */
public sealed interface ValueTest
    permits EqualsText,
        EqualsNumber,
        EqualsWord,
        EqualsIgnoreCase,
        Prefix,
        PrefixIgnoreCase,
        Suffix,
        SuffixIgnoreCase,
        Wildcard,
        NumberRange,
        AddressRange,
        AnythingBut,
        Exists,
        Absent {

  boolean accepts(Value value);

  /** How much work {@link #accepts} is, in steps of a few nanoseconds. */
  default int cost(Value value) {
    return 1;
  }
}
