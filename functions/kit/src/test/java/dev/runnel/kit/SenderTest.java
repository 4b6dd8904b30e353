package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private static final Event EVENT = Event.of("1", "/s", "t", Data.NONE);

  private static MultiMap prefer(String preference) {
    return MultiMap.caseInsensitiveMultiMap().add("prefer", preference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reply", "Reply", "wait=5, reply", "reply; a=1"})
  void takesAReplyWhoeverPrefersOne(String preference) {
    assertThat(Sender.of(prefer(preference), EVENT)).isEqualTo(Sender.TAKES_A_REPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=5", "reply=no", "\"reply\"", "respond-async"})
  void readsTheAnswerWhoeverPrefersSomethingElse(String preference) {
    assertThat(Sender.of(prefer(preference), EVENT)).isEqualTo(Sender.READS_THE_ANSWER);
  }

  @Test
  void isARunWhereTheEventSaysSo() {
    Event call = EVENT.with(Map.of("runnelrun", "r1"));

    assertThat(Sender.of(prefer("reply"), call)).isEqualTo(Sender.RUN);
  }
}
