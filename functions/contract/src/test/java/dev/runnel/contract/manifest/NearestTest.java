package dev.runnel.contract.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Misspelt words and what was meant. */
class NearestTest {

  private static final List<String> KNOWN =
      List.of("name", "runtime", "retry", "trigger", "triggers", "dependencies", "memory");

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "names, name",
    "Runtime, runtime",
    "rety, retry",
    "trigers, triggers",
    "trigger, trigger",
    "dependancys, dependencies",
    "dependnecies, dependencies"
  })
  void findsTheWordThatWasMeant(String wanted, String meant) {
    assertThat(Nearest.to(wanted, KNOWN)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "''", "deps", "replicas", "nom"})
  void findsNothingForWhatIsTooFarAway(String wanted) {
    assertThat(Nearest.to(wanted, KNOWN)).isEmpty();
  }

  @Test
  void takesTheFirstInTheAlphabetOfEquallyNearWords() {
    assertThat(Nearest.to("bat", List.of("rat", "cat", "hat"))).hasValue("cat");
    assertThat(Nearest.hint("bat", List.of("cat"))).isEqualTo(", did you mean \"cat\"?");
    assertThat(Nearest.hint("bat", List.of())).isEmpty();
  }

  @Test
  void doesNotCompareLongWords() {
    assertThat(Nearest.to("a".repeat(65), List.of("a".repeat(64)))).isEmpty();
  }
}
