package dev.runnel.faults.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.recorder.Effects.Verdict;
import org.junit.jupiter.api.Test;

/** What a function does that checks, when it is called twice for one effect. */
class EffectsTest {

  private final Effects effects = new Effects();

  @Test
  void hasAnEffectOnce() {
    assertThat(effects.have("key", 1)).isEqualTo(Verdict.EFFECT);
    assertThat(effects.have("key", 1)).isEqualTo(Verdict.AGAIN);
    assertThat(effects.have("key", 2)).isEqualTo(Verdict.AGAIN);
    assertThat(effects.have("other", 1)).isEqualTo(Verdict.EFFECT);
  }

  @Test
  void refusesWhoComesAfterAHigherEpoch() {
    effects.begin("key", 2);

    assertThat(effects.have("key", 1)).isEqualTo(Verdict.STALE);
    assertThat(effects.have("key", 2)).isEqualTo(Verdict.EFFECT);
    assertThat(effects.have("key", 1)).isEqualTo(Verdict.STALE);
  }
}
