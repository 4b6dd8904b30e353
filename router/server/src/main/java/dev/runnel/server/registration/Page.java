package dev.runnel.server.registration;

import dev.runnel.server.functions.Registration;
import dev.runnel.server.functions.Registrations;
import io.vertx.core.MultiMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which functions of a list are asked for, in the order of their names.
 *
 * @param state {@code active} or {@code held}, or null for both
 * @param after the name before the first one, or empty
 * @param limit how many at most
 */
record Page(@Nullable String state, String after, int limit) {

  static final String FORM =
      "state is active or held, limit a number from 1 to 1000, after a name; each may be absent";

  private static final int MAX = 1_000;
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}|1000");

  /** Reads a query; nothing where it is malformed. */
  static Optional<Page> of(MultiMap query) {
    String state = query.get("state");
    String limit = query.get("limit");
    String after = query.get("after");
    boolean good =
        (state == null || state.equals("active") || state.equals("held"))
            && (limit == null || LIMIT.matcher(limit).matches());
    return good
        ? Optional.of(
            new Page(
                state, after == null ? "" : after, limit == null ? MAX : Integer.parseInt(limit)))
        : Optional.empty();
  }

  /** The functions on the page, and one more where there is a next one. */
  List<Registration> of(Registrations now) {
    Collection<Registration> rest = now.all().tailMap(after + "\0").values();
    return rest.stream()
        .filter(one -> state == null || state.equals(FunctionDocument.state(one, now)))
        .limit(limit + 1L)
        .toList();
  }

  /** Where the next page is, after this one's last name. */
  String next(String last) {
    return "/functions?after="
        + last
        + "&limit="
        + limit
        + (state == null ? "" : "&state=" + state);
  }
}
