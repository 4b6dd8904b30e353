package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the journal has of a run makes no sense to the router that is to go on with it. */
class UnreadableRunIT {

  private static final int OTHERS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void isSetAsideAndTheOthersGoOn() throws Exception {
    try (Platform platform = Platform.start("unreadable");
        Load load = Load.quiet(platform.roots(), "/faults/unreadable")) {
      platform.functions().kill();
      String broken = load.send(Kind.SINGLE).runs().iterator().next();
      for (int i = 0; i < OTHERS; i++) {
        assertThat(load.send(Kind.SINGLE).accepted()).isTrue();
      }
      platform.router().kill();
      platform
          .database()
          .run("update run set body = 'from a release to come' where id = '%s'".formatted(broken));
      platform.functions().start();

      platform.router().start();

      Patience.until("all others have ended", PATIENCE, () -> open(platform) == 1);
      assertThatThrownBy(() -> platform.router().get("/runs/" + broken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("500")
          .hasMessageContaining("start a release that can read it");
      for (String list : List.of("/runs?limit=1000", "/dead-letters")) {
        assertThat(platform.router().get(list).isObject()).as(list).isTrue();
      }
      assertThat(platform.router().get("/runs?limit=1000").path("unreadable"))
          .extracting(JsonNode::asText)
          .containsExactly(broken);
      try (Stream<String> log = Files.lines(platform.router().log())) {
        assertThat(log).filteredOn(line -> line.contains(broken + " is set aside")).hasSize(1);
      }
    }
  }

  private static long open(Platform platform) throws Exception {
    return platform.database().count("select count(*) from open_run");
  }
}
