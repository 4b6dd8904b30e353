package dev.runnel.postgres;

import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import dev.runnel.postgres.append.Commits;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The journal in PostgreSQL, as one router writes it. What was answered survives any crash. */
record PostgresJournal(Commits commits, StoredPlans plans, StoredRuns runs, StoredLines lines)
    implements Journal {

  @Override
  public Uni<List<Begin>> begin(List<NewRun> newRuns) {
    return newRuns.isEmpty()
        ? Uni.createFrom().item(List.of())
        : plans.store(plansOf(newRuns)).chain(ids -> commits.begin(newRuns, ids));
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return plans.store(plansOf(children)).chain(ids -> commits.append(sequel, children, ids));
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> wanted) {
    return lines.heads(wanted);
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return runs.read(List.of(run)).map(List::getFirst);
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> many) {
    return runs.read(many);
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return roots.isEmpty() ? Uni.createFrom().item(Map.of()) : runs.descendants(roots);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return new RunSearch(query, runs).page();
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return new DeadLetterSearch(query, runs).page();
  }

  @Override
  public Uni<List<String>> rebuildDeadLetters() {
    return new DeadLetterRebuild(runs).all();
  }

  private static List<Plan> plansOf(List<NewRun> newRuns) {
    var plans = new ArrayList<Plan>(newRuns.size());
    for (NewRun run : newRuns) {
      plans.add(run.began().plan());
    }
    return plans;
  }
}
