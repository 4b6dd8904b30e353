package dev.runnel.contract.manifest;

import java.time.Duration;
import java.util.List;

/**
 * How a function wants to be kept warm.
 *
 * @param min instances that are always up
 * @param linger how long an idle instance stays
 * @param forecast whether instances may be started because calls are expected
 * @param windows times at which more instances are up
 */
public record Warm(int min, Duration linger, boolean forecast, List<Window> windows) {

  public static final Warm DEFAULT = new Warm(0, Duration.ofSeconds(60), true, List.of());

  public Warm {
    windows = List.copyOf(windows);
  }

  /**
   * A time that comes again.
   *
   * @param cron when it begins: five fields, UTC
   * @param min instances that are up within it
   */
  public record Window(String cron, Duration length, int min) {}
}
