package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Something that breaks, and is mended after a while. */
public interface Fault {

  /** Breaks it. */
  void inject() throws IOException, InterruptedException, SQLException;

  /**
   * The number of the one router that it strikes, whose runs others take over before it is mended;
   * empty: nobody does.
   */
  default OptionalInt victim() {
    return OptionalInt.empty();
  }

  /** How long it stays broken, beyond what breaking and mending take. */
  default Duration lasts() {
    return Duration.ZERO;
  }

  /** Mends it. Returns when nothing but the router itself keeps it from accepting events. */
  default void heal() throws IOException, InterruptedException, SQLException {}

  /** Whether nothing is accepted all the same without an answer of 2xx. */
  default boolean answersAll() {
    return false;
  }

  /** When calls may be made twice because of it. */
  default Window window(Instant injected, Instant accepted) {
    return Window.of(injected, accepted);
  }

  /** How soon after that it accepts events again. */
  default Duration allowance() {
    return Duration.ofSeconds(5);
  }
}
