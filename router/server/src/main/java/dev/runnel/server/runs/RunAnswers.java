package dev.runnel.server.runs;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.UnreadableRecord;
import dev.runnel.server.reply.Reply;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What those are answered who ask for one run, read from the journal. */
@Singleton
public class RunAnswers {

  /** What a run can be called; nothing else is asked of the journal. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Journal journal;
  private final Retention retention;
  private final Hindsight hindsight;

  RunAnswers(Journal journal, Retention retention, Hindsight hindsight) {
    this.journal = journal;
    this.retention = retention;
    this.hindsight = hindsight;
  }

  /**
   * What is to be answered about a run that is known; where it is not, or the journal cannot be
   * read, a problem.
   *
   * @param path the request's
   * @param known makes the answer of all the run's events
   * @param compacted makes the answer of what is left of it
   */
  public Uni<Answer> of(
      String run,
      String path,
      Function<List<RunEvent>, Uni<Answer>> known,
      Function<RunBrief, Answer> compacted) {
    if (!ID.matcher(run).matches()) {
      return Uni.createFrom().item(unknown(path));
    }
    return journal
        .read(run)
        .flatMap(events -> events.isEmpty() ? left(run, path, compacted) : known.apply(events))
        .onFailure(UnreadableRecord.class)
        .recoverWithItem(why -> unreadable(run, why, path))
        .onFailure()
        .recoverWithItem(unreachable -> unavailable(unreachable, path));
  }

  /** Asking again does not help. */
  private static Answer unreadable(String run, Throwable why, String path) {
    Log.errorf("What the journal has of run %s cannot be read: %s", run, why);
    String detail =
        "What the journal has of this run was not written by this release, or is broken. The run"
            + " is left as it is; start a release that can read it";
    return refused(Problem.of(ProblemType.INTERNAL, detail), path);
  }

  private Uni<Answer> left(String run, String path, Function<RunBrief, Answer> compacted) {
    return retention.compacted(run).map(left -> left.map(compacted).orElseGet(() -> unknown(path)));
  }

  /** The document of a run of which no more than its brief is left. */
  public static Answer document(RunBrief compacted) {
    return Answer.of(Data.JSON, CompactedRun.json(compacted));
  }

  /** The run's document. */
  public Uni<Answer> document(List<RunEvent> events) {
    return journal
        .find(RunQuery.childrenOf(((RunEvent.Began) events.getFirst()).run()))
        .map(children -> RunDocument.of(events, children.runs(), hindsight.known()))
        .map(document -> Answer.of(Data.JSON, document));
  }

  /** The journal cannot be read. */
  public static Answer unavailable(Throwable unreachable, String path) {
    Log.errorf(unreachable, "The journal cannot be read");
    String detail = "The journal cannot be read now; ask again later";
    return refused(Problem.of(ProblemType.UNAVAILABLE, detail), path);
  }

  public static Answer refused(Problem problem, String path) {
    return Reply.of(problem).answer(path);
  }

  private static Answer unknown(String path) {
    String detail = "No run of this id is known, or it is so old that it was forgotten";
    return refused(Problem.of(ProblemType.NO_SUCH_RUN, detail), path);
  }
}
