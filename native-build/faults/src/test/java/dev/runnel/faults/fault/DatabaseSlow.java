package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Proxy.Weather;
import java.time.Duration;

/** PostgreSQL answers late. */
public record DatabaseSlow(Platform platform) implements Fault {

  @Override
  public void inject() {
    platform.between().turn(new Weather.Slow(Duration.ofMillis(200)));
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void heal() {
    platform.between().turn(new Weather.Fair());
  }
}
