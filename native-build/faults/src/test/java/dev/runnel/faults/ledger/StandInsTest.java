package dev.runnel.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a fallback was right, in seconds from midnight: the functions were gone from 100 to 110. */
class StandInsTest {

  private static final Window GONE = Window.ofCalls(at(100), at(110));

  @Test
  void isRightAfterTheFirstChoiceHasSaidThatItFailed() {
    assertThat(standIns().objection(call(50), Map.of("primary", at(49)))).isEmpty();
  }

  @Test
  void isWrongBeforeThat() {
    assertThat(standIns().objection(call(48), Map.of("primary", at(49))))
        .hasValueSatisfying(why -> assertThat(why).contains("second of run stood in too early"));
  }

  @Test
  void isRightWhenTheRouterKeptTheCallFromFunctionsThatWereGone() {
    StandIns standIns = standIns(new Fall(at(104), "primary", 1, "unavailable"));

    assertThat(standIns.objection(call(112), Map.of())).isEmpty();
    assertThat(standIns.primaryWasRefused("run")).isTrue();
  }

  @Test
  void isWrongWhenTheRouterSaysSoOfFunctionsThatWereThere() {
    StandIns standIns = standIns(new Fall(at(130), "primary", 1, "unavailable"));

    assertThat(standIns.objection(call(131), Map.of())).isPresent();
    assertThat(standIns.primaryWasRefused("run")).isFalse();
  }

  @Test
  void isWrongForAnyOtherReason() {
    StandIns standIns = standIns(new Fall(at(104), "primary", 1, "timeout"));

    assertThat(standIns.objection(call(105), Map.of())).isPresent();
  }

  @Test
  void isWrongForTheRefusalOfAnotherChoice() {
    StandIns standIns = standIns(new Fall(at(104), "primary", 2, "unavailable"));

    assertThat(standIns.objection(call(105), Map.of())).isPresent();
  }

  private static StandIns standIns(Fall... falls) {
    return new StandIns(new Told(List.of(falls)), GONE);
  }

  private static Entry call(long second) {
    return new Entry(
        Entry.What.BEGIN,
        at(second),
        "second",
        204,
        "source",
        "event",
        "run",
        "primary",
        1,
        "key",
        1);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  /** A router that tells this of every run. */
  private record Told(List<Fall> falls) implements RouterBook {

    @Override
    public List<Run> runs() {
      return List.of();
    }

    @Override
    public List<Fall> falls(String run) {
      return falls;
    }
  }
}
