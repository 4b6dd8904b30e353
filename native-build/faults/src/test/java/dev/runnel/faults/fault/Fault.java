package dev.runnel.faults.fault;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Something that breaks, and is mended after a while. */
public interface Fault {

  /** Breaks it. */
  void inject() throws IOException, InterruptedException, SQLException;

  /** How long it stays broken, beyond what breaking and mending take. */
  default Duration lasts() {
    return Duration.ZERO;
  }

  /** Mends it. Returns when nothing but the router itself keeps it from accepting events. */
  default void heal() throws IOException, InterruptedException, SQLException {}

  /** How soon after that it accepts events again. */
  default Duration allowance() {
    return Duration.ofSeconds(5);
  }
}
