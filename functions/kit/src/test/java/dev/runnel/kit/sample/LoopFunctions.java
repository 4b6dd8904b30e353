package dev.runnel.kit.sample;

import io.quarkus.funqy.Funq;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;

/** Functions that never wait, and say so. */
@NonBlocking
public class LoopFunctions {
  private final Visits visits;

  LoopFunctions(Visits visits) {
    this.visits = visits;
  }

  @Funq("looks-where-it-runs")
  public boolean looksWhereItRuns() {
    return Context.isOnEventLoopThread();
  }

  @Funq("throws-on-the-loop")
  public Greeting throwsOnTheLoop() {
    throw new IllegalStateException("the secret");
  }

  @Funq("counts-on-the-loop")
  public List<Integer> countsOnTheLoop() {
    return List.of(visits.next(), visits.next());
  }

  @Funq("never-answers")
  public Uni<Greeting> neverAnswers() {
    return Uni.createFrom()
        .<Greeting>nothing()
        .onCancellation()
        .invoke(BrokenFunctions.INTERRUPTED::release);
  }
}
