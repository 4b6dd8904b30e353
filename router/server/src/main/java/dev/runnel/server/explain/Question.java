package dev.runnel.server.explain;

import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * Which functions and chains somebody asks about.
 *
 * @param names empty: all
 * @param matched those alone that match, or that do not
 * @param limit how many are told of
 */
record Question(SequencedSet<String> names, Optional<Boolean> matched, int limit) {

  static final String FUNCTION = "function";

  private static final String MATCHED = "matched";
  private static final String LIMIT = "limit";
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int MAX_LIMIT = 10_000;

  private static final Pattern NAMES =
      Pattern.compile("[a-z][a-z0-9-]{0,62}(,[a-z][a-z0-9-]{0,62}){0,99}");

  static final Map<String, Kind> KINDS =
      Map.of(
          FUNCTION,
          new Kind(
              "1 to 100 names of functions, with commas between them",
              value -> NAMES.matcher(value).matches()),
          MATCHED,
          Kind.SWITCH,
          LIMIT,
          Kind.countTo(MAX_LIMIT));

  static Question of(Parameters asked) {
    var names = new LinkedHashSet<String>();
    asked.find(FUNCTION).ifPresent(list -> names.addAll(Arrays.asList(list.split(","))));
    return new Question(
        names,
        asked.find(MATCHED).map(Boolean::valueOf),
        asked.find(LIMIT).map(Integer::valueOf).orElse(DEFAULT_LIMIT));
  }

  /** Whether it is about a function, of which it is known whether it matches. */
  boolean isAbout(String name, boolean matches) {
    return (names.isEmpty() || names.contains(name))
        && matched.map(wanted -> wanted == matches).orElse(true);
  }
}
