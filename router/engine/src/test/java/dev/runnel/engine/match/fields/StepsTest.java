package dev.runnel.engine.match.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import org.junit.jupiter.api.Test;

class StepsTest {

  private final EventFields fields =
      new FieldBook().fields().of(Event.of("1", "/s", "t", Data.json("[1, 2]")));

  @Test
  void areSharedByAllConditionsButForAFewOfEach() {
    int granted = 0;
    for (int condition = 0; condition < 1_000; condition++) {
      Steps steps = fields.steps();
      for (int i = 0; i < 1_000 && steps.suffice(1); i++) {
        granted++;
      }
    }

    int shared = Steps.FOR_ANY + Steps.FOR_A_BYTE * "[1, 2]".length();
    assertThat(granted).isEqualTo(shared + 1_000 * Steps.FOR_A_CONDITION);
  }

  @Test
  void sufficeForCheapConditionsForAsLongAsThereAreAny() {
    assertThat(fields.steps().suffice(Integer.MAX_VALUE)).isFalse();

    for (int condition = 0; condition < 100_000; condition++) {
      assertThat(fields.steps().suffice(Steps.FOR_A_CONDITION)).isTrue();
    }
    assertThat(fields.steps().suffice(Steps.FOR_A_CONDITION + 1)).isFalse();
  }

  @Test
  void growWithTheData() {
    Event large = Event.of("1", "/s", "t", new Data(Data.JSON, new byte[1_000_000]));

    assertThat(new Steps(new FieldBook().fields().of(large)).suffice(2_000_000)).isTrue();
  }
}
