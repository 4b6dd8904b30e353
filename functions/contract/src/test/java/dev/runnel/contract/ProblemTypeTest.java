package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTypeTest {

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 409, 425, 429, 500, 501, 502, 503, 504, 508, 599})
  void knowsStatusesThatMayPass(int status) {
    assertThat(ProblemType.isRetryable(status)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 405, 410, 413, 415, 422, 424, 431, 499})
  void knowsStatusesThatStay(int status) {
    assertThat(ProblemType.isRetryable(status)).isFalse();
  }
}
