package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What remembers runs: their events, in order. What a call has answered is remembered; a caller may
 * rely on it for an answer to the outside. Each call is one commit: all of it is written, or
 * nothing. Where that is not known, it fails with {@link JournalUnavailable}. Called from event
 * loops, never blocks; answers arrive on any thread.
 */
public interface Journal {

  /**
   * Writes new runs, except those whose events were accepted before. Decided by {@code (source,
   * id)} of the event, so a repeated call is answered {@link Begin.Duplicate} with the same run;
   * also when an event stands in the list twice. Each that is written takes its places at the end
   * of their lines, in the list's order.
   *
   * @return what came of each, in order
   */
  Uni<List<Begin>> begin(List<NewRun> runs);

  /**
   * Writes what happened next to a run, and the runs that its outputs start. Places are taken and
   * left with it: first the run's, then those of the runs that begin.
   *
   * @param sequel the call fails with {@link IllegalStateException} when there are other events
   *     than it knows of, since then the run has two conductors, and with {@link Fenced} when the
   *     run belongs to another router
   * @return what came of each child, in order
   */
  Uni<List<Begin>> append(Sequel sequel, List<NewRun> children);

  /** The same where no place is taken or left. */
  default Uni<List<Begin>> append(
      String run, int written, List<RunEvent> events, List<NewRun> children) {
    return append(new Sequel(run, written, events, Placing.NONE), children);
  }

  /**
   * Who stands first in each of these lines, in any order; nobody where a line is empty. Who stands
   * first does so until it leaves: places become visible in the order of the line, across routers,
   * so that nobody appears in front of another whom somebody has seen.
   */
  Uni<List<Place>> heads(Collection<Line> lines);

  /**
   * All events of a run in order; empty when it is not known, or not any more. Fails with {@link
   * UnreadableRecord} when this release cannot make sense of what is stored.
   */
  Uni<List<RunEvent>> read(String run);

  /** The same for several runs at once, in their order; fails when one of them cannot be read. */
  Uni<List<List<RunEvent>>> read(List<String> runs);

  /**
   * How many runs have come out of each of these, children and theirs, as far as they are known;
   * those are left out that nothing has come out of.
   */
  Uni<Map<String, Integer>> descendants(Collection<String> roots);

  /** The runs that the query asks for, the newest first; those are named that cannot be read. */
  Uni<RunPage> find(RunQuery query);

  /**
   * The open dead letters that the query asks for, the newest first; runs are named that cannot be
   * read.
   */
  Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query);

  /**
   * Makes anew, from the events of all runs, what is kept beside them so that dead letters are
   * found. Others may write meanwhile. What is kept of runs that cannot be read stays as it is.
   *
   * @return ids of such runs, at most a thousand
   */
  Uni<List<String>> rebuildDeadLetters();

  /** What came of writing a new run. */
  sealed interface Begin {

    /** It is written. */
    record Begun() implements Begin {}

    /** Its event was accepted before, by this run. */
    record Duplicate(String run) implements Begin {}
  }
}
