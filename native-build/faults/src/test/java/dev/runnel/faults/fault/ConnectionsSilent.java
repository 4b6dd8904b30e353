package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Proxy.Weather;
import java.time.Duration;

/**
 * All connections to PostgreSQL are open at the router's end only: nothing is answered, and nothing
 * ends.
 */
public record ConnectionsSilent(Platform platform, Duration lasts) implements Fault {

  @Override
  public void inject() {
    platform.between().turn(new Weather.Silent());
  }

  @Override
  public void heal() {
    platform.between().turn(new Weather.Fair());
  }

  @Override
  public Duration allowance() {
    return Duration.ofSeconds(15);
  }
}
