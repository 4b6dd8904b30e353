package dev.runnel.server.invoke;

import dev.runnel.contract.Outcome;
import dev.runnel.engine.run.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface CallResult {

  /** The function gave an outcome. */
  record Succeeded(Outcome outcome) implements CallResult {}

  /** It gave none. */
  record Failed(Failure failure) implements CallResult {}

  /**
   * A guard stood in the way, and no call was made.
   *
   * @param probeAt when the guard may let one through, or null if nobody can say
   * @param open whether the way is known to be closed, and not merely full
   */
  record Refused(String reason, @Nullable Instant probeAt, boolean open) implements CallResult {}
}
