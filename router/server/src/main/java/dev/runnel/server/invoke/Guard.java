package dev.runnel.server.invoke;

import dev.runnel.engine.queue.Passage;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** One thing that stands between a call and its function. Called on any thread, never blocks. */
interface Guard {

  /**
   * Lets the call through to what stands behind, or answers in its place. What stands behind may
   * throw or fail; that goes on to whoever is in front.
   */
  Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind);

  /**
   * What it would say to a call now, where it is one that leaves its function alone for a while.
   */
  default Passage passage() {
    return Passage.FREE;
  }
}
