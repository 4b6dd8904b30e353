package dev.runnel.server.deadletters;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.plan.Renewal;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which dead letters of one run can be taken up as somebody wishes, and what that is to do. */
final class Assessment {

  /**
   * What taking up depends on beside the run.
   *
   * @param functions those of now
   * @param deadline how long the run then has
   */
  record Now(Instant at, Duration deadline, FunctionSet functions) {}

  private final Run run;
  private final Wish wish;
  private final Now now;
  private final List<Redriven> refused = new ArrayList<>();
  private final List<Fact.Redriven> facts = new ArrayList<>();

  private Assessment(Run run, Wish wish, Now now) {
    this.run = run;
    this.wish = wish;
    this.now = now;
  }

  /**
   * Looks at each.
   *
   * @param events all of the run
   */
  static Assessment of(List<RunEvent> events, List<DeadLetterId> ids, Wish wish, Now now) {
    var assessment = new Assessment(Run.replay(events), wish, now);
    for (DeadLetterId id : ids) {
      if (Fate.of(events, id.position()) instanceof Fate.Open(DeadLetter letter)) {
        assessment.assess(id, letter);
      }
    }
    return assessment;
  }

  /** What the run is to be told, steps that others need first. */
  List<Fact.Redriven> facts() {
    List<String> order = run.plan().steps().stream().map(Step::id).toList();
    return facts.stream()
        .sorted(Comparator.comparingInt(fact -> order.indexOf(fact.step())))
        .toList();
  }

  /** Those that cannot be taken up. */
  Optional<Redriven> refusalOf(DeadLetterId id) {
    return refused.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private void assess(DeadLetterId id, DeadLetter letter) {
    Optional<String> reason = run.whyNotRedriven(letter.step());
    if (reason.isPresent()) {
      refuse(id, ProblemType.NOT_REDRIVABLE, "It cannot be redriven: " + reason.get());
    } else if (letter.mayHaveRun() && !wish.confirmed()) {
      refuse(
          id,
          ProblemType.MAY_HAVE_RUN,
          "Nobody knows whether %s has run. If calling it again does no harm, ask with ?confirm=may-have-run"
              .formatted(Step.functionOf(letter.step())));
    } else if (wish.latest()) {
      renew(id, letter);
    } else {
      facts.add(new Fact.Redriven(now.at(), letter.step(), deadline(), null));
    }
  }

  private void renew(DeadLetterId id, DeadLetter letter) {
    switch (Renewal.of(run.step(letter.step()), now.functions())) {
      case Renewal.Renewed(Step step) ->
          facts.add(new Fact.Redriven(now.at(), letter.step(), deadline(), step));
      case Renewal.Unfit(String why) ->
          refuse(
              id,
              ProblemType.NOT_REDRIVABLE,
              why + ". Ask without ?version=latest, or post the event anew with another id");
    }
  }

  private Instant deadline() {
    return now.at().plus(now.deadline());
  }

  private void refuse(DeadLetterId id, ProblemType type, String detail) {
    refused.add(Redriven.refused(id, Problem.of(type, detail)));
  }
}
