package dev.runnel.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run makes of a fact: first the events are written, unless they {@linkplain #mayWait() may
 * wait}, then the commands are carried out.
 *
 * @param events what has happened, in order; empty when the fact came too late to matter
 * @param next the run after these events
 * @param commands what is to be done now that was not to be done before
 */
public record Decision(List<RunEvent> events, Run next, List<Command> commands) {

  /** As many are found faster by looking at each. */
  private static final int FEW = 8;

  public Decision {
    events = List.copyOf(events);
    commands = List.copyOf(commands);
  }

  /**
   * Whether the commands may be carried out before the events are written, which then go with the
   * run's next commit.
   */
  public boolean mayWait() {
    return CommitPoint.mayWait(events, next);
  }

  /** The fact made these events of the run, and it stands so now. */
  static Decision of(Fact fact, Run before, List<RunEvent> events, Run next) {
    List<Command> known = before.pending();
    List<Command> open = next.pending();
    var commands = new ArrayList<Command>();
    for (Command gone : without(known, open)) {
      revoked(fact, gone).ifPresent(commands::add);
    }
    commands.addAll(without(open, known));
    return new Decision(events, next, finished(next, commands));
  }

  /** The fact changes nothing. A timer that went off too early is armed again. */
  static Decision ignoring(Fact fact, Run run) {
    List<Command> rearmed =
        fact instanceof Fact.TimerFired timer
            ? run.pending().stream().filter(command -> arms(command, timer)).toList()
            : List.of();
    return new Decision(List.of(), run, rearmed);
  }

  /** Nobody has been told any command yet: all that is open is to be done. */
  static Decision afresh(List<RunEvent> events, Run next) {
    return new Decision(
        events, next, events.isEmpty() ? next.pending() : finished(next, next.pending()));
  }

  private static List<Command> finished(Run next, List<Command> commands) {
    RunState ended = next.ended();
    if (ended == null) {
      return commands;
    }
    var all = new ArrayList<>(commands);
    all.add(new Command.Finish(ended));
    return all;
  }

  /** Those commands that the others do not have. Most runs have one or two of each. */
  private static List<Command> without(List<Command> commands, List<Command> others) {
    Collection<Command> known = others.size() > FEW ? new HashSet<>(others) : others;
    var rest = new ArrayList<Command>();
    for (Command command : commands) {
      if (!known.contains(command)) {
        rest.add(command);
      }
    }
    return rest;
  }

  /** A call that was wanted and is not any more, made or not, unless it is the one that ended. */
  private static Optional<Command> revoked(Fact fact, Command gone) {
    return gone instanceof Command.Invoke(String step, var function, int attempt)
            && !isAnswerTo(fact, step, attempt)
        ? Optional.of(new Command.Abort(step, attempt))
        : Optional.empty();
  }

  private static boolean isAnswerTo(Fact fact, String step, int attempt) {
    return fact instanceof Fact.Answer answer
        && answer.step().equals(step)
        && answer.attempt() == attempt;
  }

  private static boolean arms(Command command, Fact.TimerFired timer) {
    return command instanceof Command.ArmTimer armed && Objects.equals(armed.step(), timer.step());
  }
}
