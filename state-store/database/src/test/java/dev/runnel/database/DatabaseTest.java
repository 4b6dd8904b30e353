package dev.runnel.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Manifests;
import dev.runnel.journal.Membership;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application that is told nothing but where its data is. */
@QuarkusTest
@TestProfile(DatabaseTest.InAFolder.class)
class DatabaseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Its data is this module's. */
  public static final class InAFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.data", Path.of("target", "data").toAbsolutePath().toString());
    }
  }

  @Inject Routers routers;
  @Inject Manifests manifests;
  @Inject RouterName name;
  @Inject DataHome home;

  @Test
  void remembersInTheFolder() throws IOException {
    Membership member = routers.join(name.value()).await().atMost(PATIENCE);

    assertThat(member.router()).endsWith("-1");
    assertThat(manifests.read().await().atMost(PATIENCE).versions()).isEmpty();
    try (var folder = Files.list(home.folder())) {
      assertThat(folder).extracting(Path::getFileName).contains(Path.of("database"));
    }
    routers.leave(member).await().atMost(PATIENCE);
  }
}
