package dev.runnel.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalBackendsTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final JournalBackends.Kept JOURNAL = MemoryJournals.kept(CLOCK);

  @TempDir Path folder;

  private JournalBackends stores(String... handlers) throws IOException {
    var files = new Path[handlers.length];
    for (int i = 0; i < handlers.length; i++) {
      Path capability = Files.createDirectory(folder.resolve("capability" + i));
      files[i] = capability.resolve("function.yaml");
      Files.writeString(
          files[i], "{ name: f%d, runtime: jvm, handler: %s }".formatted(i, handlers[i]));
    }
    ManifestReading manifests = ManifestFiles.in(List.of(files));
    return new JournalBackends(JOURNAL, manifests);
  }

  @Test
  void belongToTheCapabilityWhoseFunctionsAreClosest() throws IOException {
    JournalBackends stores = stores("dev.runnel.AFunction#a", "dev.runnel.devmode.BFunction#b");

    assertThat(stores.of(JournalBackendsTest.class)).isEqualTo(JOURNAL.of("capability1"));
    assertThat(stores.of(User.class)).isEqualTo(stores.of(JournalBackendsTest.class));
  }

  @Test
  void belongToACapabilityAround() throws IOException {
    assertThat(stores("dev.runnel.AFunction#a").of(JournalBackendsTest.class))
        .isEqualTo(JOURNAL.of("capability0"));
  }

  @Test
  void areNobodysElsewhere() throws IOException {
    JournalBackends stores = stores("com.example.AFunction#a");

    assertThatIllegalStateException()
        .isThrownBy(() -> stores.of(JournalBackendsTest.class))
        .withMessageContaining("of no capability");
  }

  @Test
  void areNobodysWhereTwoCapabilitiesShareAPackage() throws IOException {
    JournalBackends stores = stores("dev.runnel.AFunction#a", "dev.runnel.BFunction#b");

    assertThatIllegalStateException()
        .isThrownBy(() -> stores.of(JournalBackendsTest.class))
        .withMessageContaining("[capability0, capability1]");
  }

  private static final class User {}
}
