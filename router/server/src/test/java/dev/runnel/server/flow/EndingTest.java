package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.Run;
import dev.runnel.journal.ToldRun;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

/** Who gets to know how a run ended. */
class EndingTest {

  private static final Run RUN =
      ToldRun.of(
              """
              { name: first, description: runs, runtime: jvm, handler: a.B#c,
                triggers: [ { filters: [] } ] }
              """,
              Event.of("1", "/tests", "any", Data.NONE))
          .run();

  private final Ending ending = new Ending();

  @Test
  void isToldToAllWhoWait() {
    UniAssertSubscriber<Run> first = wait(ending);
    UniAssertSubscriber<Run> second = wait(ending);

    ending.reached(RUN);

    first.assertCompleted().assertItem(RUN);
    second.assertCompleted().assertItem(RUN);
    assertThat(ending.waiting()).isZero();
  }

  @Test
  void isToldToWhoComesLate() {
    ending.reached(RUN);

    wait(ending).assertCompleted().assertItem(RUN);
  }

  @Test
  void forgetsWhoWaitsNoMore() {
    UniAssertSubscriber<Run> patient = wait(ending);
    UniAssertSubscriber<Run> impatient = wait(ending);

    impatient.cancel();

    assertThat(ending.waiting()).isOne();
    patient.assertNotTerminated();
  }

  @Test
  void canBeLost() {
    UniAssertSubscriber<Run> waiting = wait(ending);

    ending.lost(new IllegalStateException("another router has it"));

    waiting.assertFailedWith(IllegalStateException.class, "another router has it");
  }

  private static UniAssertSubscriber<Run> wait(Ending ending) {
    return ending.awaited().subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
