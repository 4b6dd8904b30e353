package dev.runnel.simulation;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.journal.Routers;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.flow.Assembly;
import dev.runnel.server.flow.Loops;
import dev.runnel.server.invoke.Functions;
import java.util.concurrent.CompletableFuture;

/**
 * A fault in a router or in its journal: mutated twins of what lies at their ports take the place
 * of the sound ones. Without any, nothing is changed.
 */
interface Bug {

  /** No bug at all. */
  Bug NONE = new Bug() {};

  /** The journal as it is, beyond the network. */
  default Routers inJournal(Routers sound, VirtualTime time) {
    return sound;
  }

  /** The journal as one process sees it. */
  default Routers inRouter(Routers sound) {
    return sound;
  }

  /** The functions as one process reaches them. */
  default Functions functions(Functions sound, VirtualTime time) {
    return sound;
  }

  /** Where a process's runs live. */
  default Loops loops(Loops sound, VirtualTime time) {
    return sound;
  }

  /** What the routers believe of where functions are, and how often they may be called. */
  default PlacementsConfig placements(PlacementsConfig sound) {
    return sound;
  }

  /** What a router does that is told to end. */
  default CompletableFuture<Void> windDown(Assembly flow) {
    return flow.windDown();
  }

  /** What the routers believe the functions to be. */
  default FunctionSet believed(FunctionSet sound) {
    return sound;
  }
}
