package dev.runnel.bench;

import java.io.IOException;

/** Processes whose CPU time is measured. */
interface Metered {

  /** CPU time that they have used, in seconds. */
  double cpuSeconds() throws IOException;
}
