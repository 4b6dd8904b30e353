package dev.runnel.server.explain;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunEvent.Began;
import dev.runnel.server.functions.Registrations;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one event: who wants it and why, and what would run or what a run began with.
 *
 * @param run the run that the event started, or null where it is only asked what it would start
 * @param verdicts first of the run's own functions; within that, first of those that match
 * @param leftOut how many more there would be
 */
record Account(
    @Nullable String run, Event event, List<Verdict> verdicts, int leftOut, Outlook plan) {

  Account {
    verdicts = List.copyOf(verdicts);
  }

  /** Of an event that starts nothing by that. */
  static Account of(Event event, Registrations now, Question question) {
    Present present = Present.of(now, event);
    List<String> names = present.names(question, Set.of());
    List<String> shown = names.stream().limit(question.limit()).toList();
    return new Account(
        null, event, present.verdicts(shown), names.size() - shown.size(), Outlook.of(present));
  }

  /** Of a run, as it began; the functions that it has no steps of say what they say now. */
  static Account of(Began began, Registrations now, Question question) {
    Cast cast = Cast.of(began);
    List<Verdict> then = cast.verdicts(question, now);
    Present present = Present.of(now, began.event());
    List<String> others = present.names(question, cast.names());
    int room = Math.max(0, question.limit() - then.size());
    List<String> shown = others.stream().limit(room).toList();
    List<Verdict> verdicts =
        Stream.concat(then.stream(), present.verdicts(shown).stream())
            .limit(question.limit())
            .toList();
    return new Account(
        began.run(),
        began.event(),
        verdicts,
        then.size() + others.size() - verdicts.size(),
        Outlook.of(began.plan(), began.event()));
  }
}
