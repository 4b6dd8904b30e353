package dev.runnel.server.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.journal.ToldRun;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What has become of dead letters. */
class FateTest {

  private static final String MANIFESTS =
      """
      name: first
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [] } ]
      """;

  /** Begun, started, failed, step failed, ended. */
  private static final int LETTER = 4;

  private final ToldRun told =
      ToldRun.of(MANIFESTS, Event.of("1", "/s", "t", Data.NONE))
          .started("first")
          .failed("first", 400);

  @Test
  void isOpenWhileNobodyDoesAnything() {
    assertThat(fate(LETTER)).isInstanceOf(Fate.Open.class);
  }

  @Test
  void isTakenUpForGood() {
    told.redriven("first");
    assertThat(fate(LETTER)).isEqualTo(new Fate.TakenUp());

    told.started("first").failed("first", 400);
    assertThat(fate(LETTER)).isEqualTo(new Fate.TakenUp());
    assertThat(fate(told.events().size() - 1)).isInstanceOf(Fate.Open.class);
  }

  @Test
  void isGoneWhenItWasDiscarded() {
    told.discarded("first");

    assertThat(fate(LETTER)).isEqualTo(new Fate.Gone());
  }

  @Test
  void isNothingAtOtherPlaces() {
    assertThat(IntStream.of(1, 2, 3, 5, 6, 1_000).mapToObj(this::fate))
        .containsOnly(new Fate.Gone());
  }

  private Fate fate(int position) {
    return Fate.of(told.events(), position);
  }
}
