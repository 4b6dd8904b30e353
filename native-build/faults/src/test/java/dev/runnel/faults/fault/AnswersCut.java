package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Proxy.Weather;
import java.time.Duration;

/**
 * What PostgreSQL answers to one statement of twenty is lost, with its connection: whether it was
 * committed is not known.
 */
public record AnswersCut(Platform platform) implements Fault {

  @Override
  public void inject() {
    platform.between().turn(new Weather.Cutting(20));
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
