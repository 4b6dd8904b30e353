package dev.runnel.embedded;

import java.util.Locale;

/** How a server stops. */
public enum Shutdown {
  /** Ends every session, writes everything down, and needs no recovery. */
  FAST,
  /** Drops everything, as a crash would: the next start recovers what was committed. */
  IMMEDIATE;

  /** The word that {@code pg_ctl} takes. */
  String mode() {
    return name().toLowerCase(Locale.ROOT);
  }
}
