package dev.runnel.server.state;

import dev.runnel.server.functions.Registration;
import dev.runnel.server.functions.Registrations;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which capability a name stands for: its own, or that of one of its functions. */
@Singleton
class Capabilities {

  /**
   * The names of capabilities among what is loaded.
   *
   * @param of when they were collected
   */
  private record Known(Registrations of, Set<String> names) {}

  private volatile @Nullable Known known;

  /** The capability; empty: nothing that is loaded has that name. */
  Optional<String> named(String name, Registrations now) {
    return now.find(name)
        .map(Capabilities::capability)
        .or(() -> Optional.of(name).filter(names(now)::contains));
  }

  private Set<String> names(Registrations now) {
    Known last = known;
    if (last == null || last.of.revision() != now.revision()) {
      last = new Known(now, collected(now));
      known = last;
    }
    return last.names;
  }

  private static Set<String> collected(Registrations now) {
    return now.all().values().stream()
        .map(Capabilities::capability)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A function that was put at run time is a capability of its own. */
  private static String capability(Registration one) {
    return one.shippedIn().map(CapabilityName::of).orElseGet(one::name);
  }
}
