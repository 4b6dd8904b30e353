package dev.runnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RejectionLogTest {

  private static final Problem MALFORMED =
      Problem.of(ProblemType.MALFORMED_EVENT, "what was wrong with it", "id");

  private final AtomicLong now = new AtomicLong();
  private final RejectionLog log = new RejectionLog(now::get);

  @Test
  void namesTheReasonAndTheSourceAndNothingElse() {
    assertThat(log.line(MALFORMED, "192.0.2.1"))
        .isEqualTo("security.reject reason=malformed-event source_ip=192.0.2.1 left_out=0");
  }

  @Test
  void saysNothingOfWhatProperCallersMeet() {
    assertThat(log.line(Problem.of(ProblemType.NO_SUCH_RUN, "gone"), "192.0.2.1")).isNull();
    assertThat(log.line(Problem.of(ProblemType.TOO_MANY_RUNS, "later"), "192.0.2.1")).isNull();
  }

  @Test
  void writesNoMoreThanItsLinesAndCountsTheOthers() {
    for (int i = 0; i < RejectionLog.MAX_LINES; i++) {
      assertThat(log.line(MALFORMED, "192.0.2.1")).isNotNull();
    }
    assertThat(log.line(MALFORMED, "192.0.2.1")).isNull();
    assertThat(log.line(MALFORMED, "192.0.2.1")).isNull();

    now.addAndGet(RejectionLog.WINDOW_NANOS);
    assertThat(log.line(MALFORMED, "192.0.2.1")).endsWith(" left_out=2");
    assertThat(log.line(MALFORMED, "192.0.2.1")).endsWith(" left_out=0");
  }

  @Test
  void countsItsTimeFromTheFirstLine() {
    now.addAndGet(-100 * RejectionLog.WINDOW_NANOS);
    for (int i = 0; i <= RejectionLog.MAX_LINES; i++) {
      log.line(MALFORMED, "192.0.2.1");
    }

    now.addAndGet(RejectionLog.WINDOW_NANOS);
    assertThat(log.line(MALFORMED, "192.0.2.1")).endsWith(" left_out=1");
  }
}
