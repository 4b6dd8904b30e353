package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.Place;
import dev.runnel.journal.OrderedRun;
import dev.runnel.journal.ToldRun;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a step hears that it is the first in its line. */
class LinesTest {

  private final SlowHeads journal = new SlowHeads();
  private final HandLoop loop = new HandLoop();
  private final Lines lines = new Lines(journal, () -> loop);
  private final List<Place> gone = new ArrayList<>();
  private final OrderedRun one = OrderedRun.begun(journal, "r1", "k");
  private final OrderedRun two = OrderedRun.begun(journal, "r2", "k");

  @Test
  void whoIsFirstGoesAndTheOthersWait() {
    await(one.place());
    await(two.place());

    journal.answer();
    assertThat(gone).containsExactly(one.place());
    journal.answer();
    assertThat(gone).containsExactly(one.place());
  }

  @Test
  void theNextHearsOfItWhenItIsWrittenHere() {
    await(two.place());
    journal.answer();

    one.over(journal);
    lines.left(List.of(one.place()));
    journal.answer();

    assertThat(gone).containsExactly(two.place());
  }

  @Test
  void theNextHearsOfWhatOthersWriteAfterAWhile() {
    await(two.place());
    journal.answer();
    one.over(journal);
    assertThat(journal.open()).isZero();

    loop.pass();
    journal.answer();

    assertThat(gone).containsExactly(two.place());
    assertThat(journal.open()).isZero();
  }

  @Test
  void anAnswerIsNoGoodForWhoCameAfterTheQuestion() {
    await(one.place()).cancel();
    one.then(journal, it -> it.started("first").failed("first", 400));
    one.then(journal, it -> it.redriven("first"));
    await(one.place());

    journal.answer(); // of a time when it was the first
    assertThat(gone).isEmpty();
    journal.answer();
    assertThat(gone).isEmpty();

    two.over(journal);
    lines.left(List.of(two.place()));
    journal.answer();
    assertThat(gone).containsExactly(one.place());
  }

  @Test
  void whoHasLostItsPlaceGoesToo() {
    await(two.place());
    journal.answer();
    two.then(journal, ToldRun::cancelled);
    one.over(journal);

    loop.pass();
    journal.answer();

    assertThat(gone).containsExactly(two.place());
  }

  @Test
  void aQuestionThatFailsIsAskedAgain() {
    await(one.place());
    journal.fail();

    loop.pass();
    journal.answer();

    assertThat(gone).containsExactly(one.place());
  }

  @Test
  void nobodyIsAskedForWhoWaitsNoMore() {
    Cancellable wait = await(two.place());
    journal.answer();

    wait.cancel();
    loop.pass();

    assertThat(journal.open()).isZero();
    assertThat(loop.armed()).isZero();
  }

  private Cancellable await(Place place) {
    return lines.first(place).subscribe().with(first -> gone.add(place));
  }
}
