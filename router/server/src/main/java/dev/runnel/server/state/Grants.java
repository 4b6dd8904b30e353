package dev.runnel.server.state;

import dev.runnel.server.config.StateConfig;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which capabilities' state a capability may have at, beside its own. */
@Singleton
class Grants {

  private static final String READ_ONLY = ":read";

  /** Whose state, and whether it may only be read. */
  private record Grant(String owner, boolean readOnly) {}

  private final Map<String, Set<Grant>> grants = new HashMap<>();

  Grants(StateConfig config) {
    config.grants().forEach(this::add);
  }

  boolean allow(String caller, String owner, boolean onlyReads) {
    Set<Grant> own = grants.getOrDefault(caller, Set.of());
    return caller.equals(owner)
        || own.contains(new Grant(owner, false))
        || (onlyReads && own.contains(new Grant(owner, true)));
  }

  private void add(String caller, List<String> owners) {
    Set<Grant> own = grants.computeIfAbsent(caller, it -> new HashSet<>());
    for (String owner : owners) {
      boolean readOnly = owner.endsWith(READ_ONLY);
      String name = readOnly ? owner.substring(0, owner.length() - READ_ONLY.length()) : owner;
      own.add(new Grant(name, readOnly));
    }
  }
}
