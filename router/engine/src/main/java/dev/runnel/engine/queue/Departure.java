package dev.runnel.engine.queue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who leaves the queue now.
 *
 * @param calls in order
 * @param next when to look again, even if nothing happens; null where nobody waits, or only the end
 *     of a call lets anybody go
 */
public record Departure<T>(List<T> calls, @Nullable Duration next) {

  public Departure {
    calls = List.copyOf(calls);
  }
}
