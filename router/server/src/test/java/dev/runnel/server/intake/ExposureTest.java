package dev.runnel.server.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
  void listensOnThisMachineWithoutBeingAsked(String host) {
    assertThatCode(() -> Exposure.check(host, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
  void listensElsewhereOnlyWhenSomebodySaysSo(String host) {
    assertThatThrownBy(() -> Exposure.check(host, false))
        .hasMessageContaining(host)
        .hasMessageContaining("RUNNEL_OPEN=true");
    assertThatCode(() -> Exposure.check(host, true)).doesNotThrowAnyException();
  }
}
