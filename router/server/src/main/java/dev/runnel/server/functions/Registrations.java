package dev.runnel.server.functions;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Nearest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is loaded: one version, seen whole by each request.
 *
 * @param revision of the journal that it was made from
 * @param all functions and chains by name
 * @param held those that cannot run, and why, by name
 * @param catalog those that can
 */
public record Registrations(
    long revision,
    SortedMap<String, Registration> all,
    SortedMap<String, String> held,
    Catalog catalog) {

  public Registrations {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
  }

  public Optional<Registration> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** That there is no function of this name, and which one was probably meant. */
  public Problem unknown(String name) {
    String hint = Nearest.hint(name, all.keySet());
    return Problem.of(ProblemType.NO_SUCH_FUNCTION, "No function has this name" + hint);
  }

  /** An entity tag of all together. */
  public String tag() {
    return "\"" + revision + "\"";
  }
}
