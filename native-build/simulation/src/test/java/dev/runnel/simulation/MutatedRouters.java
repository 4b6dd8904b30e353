package dev.runnel.simulation;

import dev.runnel.journal.ForwardingRouters;
import dev.runnel.journal.Routers;

/** A twin of the routers' port that does as the sound one, but for what a planted bug changes. */
abstract class MutatedRouters extends ForwardingRouters {

  final Routers sound;

  MutatedRouters(Routers sound) {
    super(sound);
    this.sound = sound;
  }
}
