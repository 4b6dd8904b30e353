package dev.runnel.bench.match;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Patterns of all kinds, twelve of each, that look at the field {@code a} of data. */
final class HostilePatterns {

  private static final int EACH = 12;

  private HostilePatterns() {}

  static List<String> all() {
    return IntStream.range(0, EACH)
        .boxed()
        .flatMap(HostilePatterns::ofEachKind)
        .map("{\"data\": {\"a\": %s}}"::formatted)
        .toList();
  }

  private static Stream<String> ofEachKind(int i) {
    String xs = "x".repeat(5 * i + 1);
    return Stream.of(
        "[\"%s\", %d, null]".formatted(xs, i),
        "[{\"prefix\": \"%s\"}]".formatted(xs),
        "[{\"suffix\": \"%s\"}]".formatted(xs),
        "[{\"equals-ignore-case\": \"%s\"}]".formatted(xs),
        "[{\"prefix\": {\"equals-ignore-case\": \"Σ%s\"}}]".formatted(xs),
        "[{\"suffix\": {\"equals-ignore-case\": \"%sσ\"}}]".formatted(xs),
        "[{\"wildcard\": \"*x*x*x*%s*y%d\"}]".formatted(xs, i),
        "[{\"anything-but\": [\"\", \"%s\"]}]".formatted(xs),
        "[{\"anything-but\": [1, %d]}]".formatted(i),
        "[{\"anything-but\": {\"wildcard\": \"*%s*\"}}]".formatted(xs),
        "[{\"anything-but\": {\"equals-ignore-case\": \"%s\"}}]".formatted(xs),
        "[{\"numeric\": [\">\", %d, \"<\", 1e99]}]".formatted(i),
        "[{\"cidr\": \"10.%d.0.0/16\"}]".formatted(i),
        "[{\"exists\": true}, \"%s\"]".formatted(xs),
        "{\"b\": [{\"anything-but\": %d}], \"c\": [{\"anything-but\": %d}]}".formatted(i, i + 1),
        "{\"b\": [%d], \"c\": [{\"exists\": false}]}".formatted(i));
  }
}
