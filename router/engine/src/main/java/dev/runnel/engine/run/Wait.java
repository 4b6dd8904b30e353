package dev.runnel.engine.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting step waits for.
 *
 * @param due when the wait is over
 * @param refusal why its call was refused, where that is what it waits to be over (a pause); null
 *     before a retry
 */
public record Wait(Instant due, @Nullable String refusal) {

  /** Whether the way to the function is closed, rather than the function having failed. */
  public boolean isPause() {
    return refusal != null;
  }
}
