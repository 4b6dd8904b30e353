package dev.runnel.server.runs;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.server.Timeouts;
import dev.runnel.server.flow.Conductor;
import dev.runnel.server.reply.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The ends of runs, for those who ask for something of a run and would wait for what comes. */
@Singleton
public class Ends {

  private final Conductor conductor;
  private final RunAnswers answers;
  private final Timeouts timeouts;

  Ends(Conductor conductor, RunAnswers answers, Timeouts timeouts) {
    this.conductor = conductor;
    this.answers = answers;
    this.timeouts = timeouts;
  }

  /**
   * An answer when the run is over, or the caller would wait no longer: at once where it would not
   * wait. True only in the first case, and always where this router does not conduct the run.
   */
  Uni<Boolean> awaited(String run, Preference preference) {
    return preference
        .patience()
        .map(patience -> timeouts.within(ended(run), patience, false))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  /** It is known no better where this router gives the run up. */
  private Uni<Boolean> ended(String run) {
    return conductor.ended(run).replaceWith(true).onFailure().recoverWithItem(false);
  }

  /**
   * The run's document, where the caller would wait and the run is over in time.
   *
   * @param path the request's
   * @param otherwise what is answered if not
   */
  public Uni<Answer> answer(String run, Preference preference, String path, Answer otherwise) {
    return awaited(run, preference)
        .chain(
            ended ->
                ended
                    ? answers.of(
                        run,
                        path,
                        events -> answer(events, preference, otherwise),
                        left -> preference.appliedTo(RunAnswers.document(left)))
                    : Uni.createFrom().item(otherwise));
  }

  private Uni<Answer> answer(List<RunEvent> events, Preference preference, Answer otherwise) {
    return events.getLast() instanceof RunEvent.Ended
        ? answers.document(events).map(preference::appliedTo)
        : Uni.createFrom().item(otherwise);
  }
}
