package dev.runnel.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.server.Configured;
import dev.runnel.server.config.StreamsConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamLimitsTest {

  @ParameterizedTest
  @CsvSource({"PT15S, PT90S", "PT15S, PT0S", "PT0.2S, PT1S"})
  void takesAHeartbeatThatIsShorterThanTheIdleTimeout(Duration heartbeat, Duration idleTimeout) {
    assertThat(limits(heartbeat, idleTimeout).heartbeat()).isEqualTo(heartbeat);
  }

  @ParameterizedTest
  @CsvSource({"PT90S, PT90S", "PT2M, PT90S"})
  void refusesAHeartbeatThatIsNot(Duration heartbeat, Duration idleTimeout) {
    assertThatThrownBy(() -> limits(heartbeat, idleTimeout))
        .hasMessageContaining("runnel.streams.heartbeat is " + heartbeat)
        .hasMessageContaining("quarkus.http.idle-timeout PT1M30S");
  }

  @Test
  void refusesAHeartbeatThatIsNone() {
    assertThatThrownBy(() -> limits(Duration.ZERO, Duration.ofSeconds(90)))
        .hasMessageContaining("expected at least PT0.001S");
  }

  private static StreamLimits limits(Duration heartbeat, Duration idleTimeout) {
    Map<String, String> properties = Map.of("runnel.streams.heartbeat", heartbeat.toString());
    return new StreamLimits(Configured.as(StreamsConfig.class, properties), idleTimeout);
  }
}
