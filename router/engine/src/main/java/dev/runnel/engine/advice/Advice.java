package dev.runnel.engine.advice;

import java.util.List;

/** One kind of thing that is hardly meant. */
interface Advice {

  /** Where it is found among those that are advised; not more than are worth reading. */
  List<Warning> warnings(Ensemble ensemble);
}
