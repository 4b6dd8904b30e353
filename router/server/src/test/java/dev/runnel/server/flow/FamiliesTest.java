package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamiliesTest {

  private final Families families = new Families();

  @Test
  void admitsAThousandDescendants() {
    families.enter("root");

    assertThat(families.admit("root", 999)).isEqualTo(999);
    assertThat(families.admit("root", 5)).isEqualTo(1);
    assertThat(families.admit("root", 5)).isZero();
  }

  @Test
  void countsAsLongAsOneOfTheFamilyGoesOn() {
    families.enter("root");
    families.admit("root", 1_000);
    families.enter("root");
    families.leave("root");

    assertThat(families.admit("root", 1)).isZero();
  }

  @Test
  void goesOnFromWhatTheJournalKnows() {
    families.enter("root");

    families.recall("root", 990);
    assertThat(families.admit("root", 5)).isEqualTo(5);
    families.recall("root", 990);
    assertThat(families.admit("root", 50)).isEqualTo(5);

    families.recall("root", 1_200);
    assertThat(families.admit("root", 1)).isZero();
    families.recall("unknown", 3);
    assertThat(families.known()).isEqualTo(1);
  }

  @Test
  void forgetsAFamilyThatIsOver() {
    families.enter("root");
    families.leave("root");

    assertThat(families.known()).isZero();
  }

  @Test
  void tellsFamiliesApart() {
    families.enter("one");
    families.enter("other");
    families.admit("one", 1_000);

    assertThat(families.admit("other", 1)).isEqualTo(1);
  }
}
