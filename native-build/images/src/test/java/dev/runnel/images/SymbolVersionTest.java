package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SymbolVersionTest {

  private final SymbolVersion glibc = SymbolVersion.of("GLIBC_2.34");

  @Test
  void coversItsFamilysEarlierVersions() {
    assertThat(glibc.covers(SymbolVersion.of("GLIBC_2.4"))).isTrue();
    assertThat(glibc.covers(SymbolVersion.of("GLIBC_2.2.5"))).isTrue();
    assertThat(glibc.covers(glibc)).isTrue();
  }

  @Test
  void coversNoLaterOnesAndNoOtherFamily() {
    assertThat(glibc.covers(SymbolVersion.of("GLIBC_2.34.1"))).isFalse();
    assertThat(glibc.covers(SymbolVersion.of("GLIBC_2.100"))).isFalse();
    assertThat(glibc.covers(SymbolVersion.of("GLIBCXX_2.1"))).isFalse();
  }

  @Test
  void isItsWholeNameWhereThatHasNoNumbers() {
    var relative = SymbolVersion.of("GLIBC_ABI_DT_RELR");

    assertThat(relative).hasToString("GLIBC_ABI_DT_RELR");
    assertThat(glibc.covers(relative)).isFalse();
    assertThat(glibc).hasToString("GLIBC_2.34");
  }
}
