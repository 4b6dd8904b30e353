package dev.runnel.server.registration;

import dev.runnel.server.functions.Registration;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which functions of a list are asked for, in the order of their names.
 *
 * @param asked of {@link #KINDS}
 */
record Page(Parameters asked) {

  private static final String STATE = "state";
  private static final String AFTER = "after";
  private static final String LIMIT = "limit";
  private static final int MAX = 1_000;

  static final Map<String, Kind> KINDS =
      Map.of(
          STATE,
          new Kind("active or held", value -> value.equals("active") || value.equals("held")),
          AFTER,
          Kind.TEXT,
          LIMIT,
          Kind.countTo(MAX));

  int limit() {
    return asked.find(LIMIT).map(Integer::valueOf).orElse(MAX);
  }

  /** The functions on the page, and one more where there is a next one. */
  List<Registration> of(Registrations now) {
    String before = asked.find(AFTER).map(name -> name + "\0").orElse("");
    Collection<Registration> rest = now.all().tailMap(before).values();
    return rest.stream()
        .filter(one -> asked.find(STATE).map(FunctionDocument.state(one, now)::equals).orElse(true))
        .limit(limit() + 1L)
        .toList();
  }

  /** Where the next page is, after this one's last name. */
  String next(String last) {
    return "/functions?" + asked.with(AFTER, last).encoded();
  }
}
