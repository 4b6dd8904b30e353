package dev.runnel.server.flow;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * This router's runs that it cannot go on with, since it cannot make sense of what the journal has
 * of them. They stay there as they are, for a release that can. Each is reported once, as long as
 * there are not very many.
 */
@Singleton
class SetAside {

  private static final int MOST = 10_000;

  private final SequencedSet<String> runs = new LinkedHashSet<>();

  synchronized void add(String run, Throwable why) {
    if (!runs.add(run)) {
      return;
    }
    if (runs.size() > MOST) {
      runs.removeFirst();
    }
    Log.errorf(
        "Run %s is set aside, as one of %d: what the journal has of it cannot be read: %s",
        run, runs.size(), why);
  }

  synchronized boolean has(String run) {
    return runs.contains(run);
  }

  synchronized int count() {
    return runs.size();
  }
}
