package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.config.RunsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final Backlog backlog = new Backlog(runs(3));

  @Test
  void holdsNoMoreThanThereIsRoomFor() {
    assertThat(backlog.hold(2)).isEqualTo(2);
    assertThat(backlog.room()).isEqualTo(1);
    assertThat(backlog.hold(2)).isEqualTo(1);
    assertThat(backlog.hold(1)).isZero();
  }

  @Test
  void hasRoomForWhatIsHeldNoMore() {
    backlog.release(backlog.hold(3));

    assertThat(backlog.room()).isEqualTo(3);
  }

  private static RunsConfig runs(int most) {
    return new SmallRyeConfigBuilder()
        .withMapping(RunsConfig.class)
        .withDefaultValues(Map.of("runnel.runs.max-active", "" + most))
        .build()
        .getConfigMapping(RunsConfig.class);
  }
}
