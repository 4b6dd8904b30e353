package dev.runnel.cache;

import java.time.Instant;
import java.util.List;

/**
 * Who was there from a moment on.
 *
 * @param number higher than that of any view before, as this router counts
 * @param members names of routers, the same order for all who see them
 * @param coordinator one of them
 */
public record View(long number, List<String> members, String coordinator, Instant since) {

  /** Views that are remembered. */
  public static final int REMEMBERED = 16;

  public View {
    members = List.copyOf(members);
  }
}
