package dev.runnel.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.MemoryKeyedState;
import dev.runnel.journal.keyed.MemoryLeases;
import dev.runnel.server.config.StateConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateKeyTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private final Clock clock = Clock.systemUTC();
  private final KeyedState journal =
      new MemoryKeyedState(
          KeyedLimits.DEFAULTS, clock, new MemoryLeases(KeyedLimits.DEFAULTS, clock));

  private record Configured(Optional<String> key, Optional<Path> keyFolder) implements StateConfig {
    @Override
    public Map<String, List<String>> grants() {
      return Map.of();
    }
  }

  private Tokens tokens(Optional<String> key, Optional<Path> place) {
    return new StateKey(new Configured(key, place), journal).tokens().await().indefinitely();
  }

  @Test
  void isTheConfiguredOne() {
    assertThat(tokens(Optional.of(KEY), Optional.empty())).isEqualTo(new Tokens(KEY));
  }

  @Test
  void isDrawnOnceForAllRoutersOfAJournal() {
    Tokens first = tokens(Optional.empty(), Optional.empty());

    assertThat(tokens(Optional.empty(), Optional.empty())).isEqualTo(first);
    assertThat(first.key()).hasSize(43);
  }

  @Test
  void isLeftForItsOwnerOnly() throws IOException {
    Path place = folder.resolve("data");
    Tokens tokens = tokens(Optional.empty(), Optional.of(place));

    Path file = place.resolve("state-key");
    assertThat(file).hasContent(tokens.key());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(place).isDirectoryContaining(file::equals);
  }

  @Test
  void isNotLeftWhereItIsConfigured() {
    tokens(Optional.of(KEY), Optional.of(folder));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isLongEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens(Optional.of(KEY.substring(1)), Optional.empty()))
        .withMessageContaining("31 characters; expected at least 32")
        .withMessageNotContaining(KEY.substring(1));
  }

  @Test
  void isNotTold() {
    assertThat(new Tokens(KEY)).hasToString("Tokens");
  }

  @Test
  void makesTheTokenThatIsDocumented() {
    assertThat(new Tokens(KEY).of("agents"))
        .isEqualTo("agents.v-ODF-kdxkTVsfOZIV957-gBP42hZ_S44TAFe_smMCI");
  }
}
