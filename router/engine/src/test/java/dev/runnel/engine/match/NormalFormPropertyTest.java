package dev.runnel.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.Rows;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.satisfiability.NormalForm;
import dev.runnel.engine.match.satisfiability.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of triggers without an event is so for every event, in all dialects. */
class NormalFormPropertyTest {

  private static final int ROUNDS = 3_000;
  private static final int EVENTS = 25;

  /** A trigger, compiled, with what is said of it. */
  private record Subject(CompiledTrigger compiled, NormalForm form, FieldBook book) {

    static Subject of(FunctionManifest function, int position) {
      var book = new FieldBook();
      Trigger trigger = function.triggers().get(position);
      return new Subject(
          CompiledTrigger.of(function, position, book), NormalForm.of(trigger), book);
    }

    boolean accepts(Event event) {
      return compiled.accepts(book.fields().of(event));
    }
  }

  @Test
  void whatIsContradictoryAcceptsNoEvent() {
    int dead = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new RandomTriggers(new Random(seed));
      for (Subject subject : subjects(random)) {
        if (subject.form.contradiction().isPresent()) {
          dead++;
          assertThat(events(random).filter(subject::accepts))
              .as("seed %d: %s, %s", seed, subject.compiled.match(), subject.form.contradiction())
              .isEmpty();
        }
      }
    }
    assertThat(dead).isGreaterThan(ROUNDS / 40);
  }

  @Test
  void whatIsCoveredIsAcceptedByWhatCoversIt() {
    int covered = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new RandomTriggers(new Random(seed));
      List<Subject> subjects = subjects(random);
      for (int i = 0; i < subjects.size(); i++) {
        for (int j = 0; j < subjects.size(); j++) {
          Subject one = subjects.get(i);
          Subject other = subjects.get(j);
          if (i != j && one.form.covers(other.form)) {
            covered++;
            assertThat(events(random).filter(event -> other.accepts(event) && !one.accepts(event)))
                .as("seed %d: %s covers %s", seed, one.compiled.match(), other.compiled.match())
                .isEmpty();
          }
        }
      }
    }
    assertThat(covered).isGreaterThan(ROUNDS / 20);
  }

  @Test
  void whatIsCertainOfAKnownTypeIsSo() {
    int certain = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new RandomTriggers(new Random(seed));
      for (Subject subject : subjects(random)) {
        for (Event event : events(random).limit(2).toList()) {
          var known = new HashMap<>(Map.of("type", event.type(), "specversion", "1.0"));
          Verdict verdict = subject.form.on(known);
          if (verdict != Verdict.OPEN) {
            certain++;
            assertThat(subject.accepts(event))
                .as("seed %d: %s on %s", seed, subject.compiled.match(), event)
                .isEqualTo(verdict == Verdict.YES);
          }
        }
      }
    }
    assertThat(certain).isGreaterThan(ROUNDS / 2);
  }

  private static List<Subject> subjects(RandomTriggers random) {
    FunctionManifest plain =
        (FunctionManifest)
            Rows.declared(Map.of("name", "f", "runtime", "jvm", "handler", "s.O#p"))
                .getFirst()
                .manifest();
    FunctionManifest function = random.triggersOf(plain);
    return IntStream.range(0, function.triggers().size())
        .mapToObj(position -> Subject.of(function, position))
        .toList();
  }

  private static Stream<Event> events(RandomTriggers random) {
    return Stream.generate(random::event).limit(EVENTS);
  }
}
