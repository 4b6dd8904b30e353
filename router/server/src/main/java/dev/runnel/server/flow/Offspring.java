package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Lineage.Parent;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that come out of a run: of what its functions answered, and, where functions ask for it,
 * of what Runnel itself tells about it.
 */
@Singleton
class Offspring {

  private record Emitted(Event event, Parent parent) {}

  private final Beginnings beginnings;
  private final Families families;

  Offspring(Beginnings beginnings, Families families) {
    this.beginnings = beginnings;
    this.families = families;
  }

  /** The runs that begin when this is written. A family that has grown too large begins none. */
  List<Decision> of(Lineage lineage, Decision decision) {
    List<Emitted> emitted = emitted(lineage, decision);
    if (emitted.isEmpty()) {
      return List.of();
    }
    List<Decision> begun =
        emitted.stream()
            .map(each -> beginnings.of(each.event(), lineage, each.parent()))
            .flatMap(beginning -> begun(beginning).stream())
            .toList();
    return begun.isEmpty() ? begun : limited(lineage.root(), begun);
  }

  private List<Emitted> emitted(Lineage lineage, Decision decision) {
    boolean tells = !lineage.quiet() && beginnings.wantLifecycle();
    var emitted = new ArrayList<Emitted>();
    for (RunEvent event : decision.events()) {
      if (event instanceof Fact.AttemptSucceeded answer) {
        var parent = new Parent(decision.next().id(), answer.step());
        answer.outcome().outputs().forEach(output -> emitted.add(new Emitted(output, parent)));
      } else if (tells) {
        Lifecycle.of(event, decision.next())
            .map(told -> new Emitted(told, new Parent(decision.next().id(), null)))
            .ifPresent(emitted::add);
      }
    }
    return emitted;
  }

  private static List<Decision> begun(Beginning beginning) {
    return switch (beginning) {
      case Beginning.Begun(Decision decision) -> List.of(decision);
      case Beginning.Unwanted unwanted -> List.of();
      case Beginning.Refused(Problem problem) -> {
        Log.errorf("An output starts no run: %s", problem.detail());
        yield List.of();
      }
    };
  }

  private List<Decision> limited(String root, List<Decision> begun) {
    int admitted = families.admit(root, begun.size());
    var limited = new ArrayList<>(begun.subList(0, admitted));
    begun.subList(admitted, begun.size()).forEach(decision -> limited.add(stopped(decision)));
    return limited;
  }

  private static Decision stopped(Decision begun) {
    String detail =
        Families.MAX_DESCENDANTS + " runs have come out of one event, and no more are begun";
    var began = (RunEvent.Began) begun.events().getFirst();
    return Run.stopped(began, Problem.of(ProblemType.LOOP, detail));
  }
}
