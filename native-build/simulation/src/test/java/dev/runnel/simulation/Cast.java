package dev.runnel.simulation;

/** Who takes part in a simulation. */
enum Cast {
  /** Senders of single events, and what breaks: enough for what was found first. */
  FEW,
  /** Beside them, by chance: bursts, batches, crowds, restarts, and people who look after runs. */
  ALL
}
