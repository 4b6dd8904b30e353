package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.fault.AnswersCut;
import dev.runnel.faults.fault.ConnectionsReset;
import dev.runnel.faults.fault.ConnectionsSilent;
import dev.runnel.faults.fault.DatabaseSlow;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is between the router and PostgreSQL breaks. */
class NetworkFaultsIT {

  private static Platform platform;
  private static Trial trial;

  @BeforeAll
  static void start() throws IOException {
    platform = Platform.startApart("network");
    trial = new Trial(platform, "network");
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  @Test
  void losesAndDoublesNothingWhenWhatWasCommittedIsNotKnown() throws Exception {
    int before = platform.between().cuts();
    trial.repeat(Cycles.of("cut", 1, 50), i -> new AnswersCut(platform));
    assertThat(platform.between().cuts()).isGreaterThan(before);
  }

  @Test
  void losesNothingWhenConnectionsAreReset() throws Exception {
    trial.repeat(Cycles.of("reset", 1, 30), i -> new ConnectionsReset(platform));
  }

  @Test
  void losesNothingWhileAnswersAreLate() throws Exception {
    trial.repeat(Cycles.of("late", 1, 10), i -> new DatabaseSlow(platform));
  }

  @Test
  void losesNothingWhenConnectionsAreDeadAndNobodyIsTold() throws Exception {
    trial.repeat(
        Cycles.of("silence", 1, 10),
        i -> new ConnectionsSilent(platform, Duration.ofSeconds(i % 2 == 0 ? 3 : 15)));
  }
}
