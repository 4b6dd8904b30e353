package dev.runnel.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a run's past matters beside its steps. A fold of its own over the events, for which a
 * part of them is enough: what the journal keeps of dead letters follows from each append alone.
 *
 * @param events how many there are
 * @param endings how often the run ended
 * @param deadLetters those that are open, the oldest first
 */
public record History(int events, int endings, List<DeadLetter> deadLetters) {

  public History {
    deadLetters = List.copyOf(deadLetters);
  }

  /** Of what follows after so many events, as if nothing had come of those. */
  public static History after(int events) {
    return new History(events, 0, List.of());
  }

  /** Of a run's events, from the first on. */
  public static History of(List<RunEvent> events) {
    return after(0).and(events);
  }

  /** With more events. */
  public History and(List<RunEvent> more) {
    History history = this;
    for (RunEvent event : more) {
      history = history.and(event);
    }
    return history;
  }

  /** With one more event. */
  History and(RunEvent event) {
    return switch (event) {
      case RunEvent.StepFailed(var at, String step, var problem) ->
          with(new DeadLetter(events + 1, at, step, problem, false));
      case RunEvent.OutcomeUnknown(var at, String step, var problem) ->
          with(new DeadLetter(events + 1, at, step, problem, true));
      case Fact.Redriven redriven -> without(redriven.step());
      case Fact.Discarded discarded -> without(discarded.step());
      case RunEvent.Reopened reopened -> without(reopened.step());
      case RunEvent.Ended ended -> new History(events + 1, endings + 1, deadLetters);
      case Fact.Answer _,
          Fact.AttemptStarted _,
          Fact.TimerFired _,
          Fact.CancelRequested _,
          RunEvent.Began _,
          RunEvent.RetryPlanned _,
          RunEvent.FellBack _,
          RunEvent.StepSucceeded _,
          RunEvent.StepSkipped _,
          RunEvent.StepCancelled _,
          RunEvent.Released _,
          RunEvent.Paused _,
          RunEvent.Unpaused _,
          RunEvent.Compensated _,
          RunEvent.CompensationFailed _ ->
          new History(events + 1, endings, deadLetters);
    };
  }

  /** The open dead letter of a step. */
  public Optional<DeadLetter> deadLetterOf(String step) {
    return deadLetters.stream().filter(letter -> letter.step().equals(step)).findFirst();
  }

  /** The steps that these events take out of the dead letters, whatever was among those before. */
  public static List<String> closedBy(List<RunEvent> events) {
    var steps = new ArrayList<String>();
    for (RunEvent event : events) {
      if (event instanceof Fact.Redriven redriven) {
        steps.add(redriven.step());
      } else if (event instanceof Fact.Discarded discarded) {
        steps.add(discarded.step());
      } else if (event instanceof RunEvent.Reopened reopened) {
        steps.add(reopened.step());
      }
    }
    return steps;
  }

  private History with(DeadLetter letter) {
    var letters = new ArrayList<>(deadLetters);
    letters.add(letter);
    return new History(events + 1, endings, letters);
  }

  private History without(String step) {
    List<DeadLetter> others =
        deadLetters.stream().filter(letter -> !letter.step().equals(step)).toList();
    return new History(events + 1, endings, others);
  }
}
