package dev.runnel.engine.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs, told row by row: fact in, events and commands out. */
class RunTest {

  static Stream<RunRows> stories() {
    return RunRows.all();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesOnAsTold(RunRows rows) {
    new Story(rows).tell();
  }

  /** A story being told, at its own time. */
  private static final class Story {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final RunRows rows;
    private final Random random = new Random(0);
    private final List<RunEvent> events = new ArrayList<>();
    private Instant now = BEGIN;
    private Decision last;

    Story(RunRows rows) {
      this.rows = rows;
      Duration deadline =
          rows.plan().stream()
              .filter(line -> line.startsWith("deadline "))
              .map(line -> Times.read(line.substring("deadline ".length())))
              .findFirst()
              .orElse(Duration.ofHours(24));
      Event event = Event.of("1", "/s", "t", Data.NONE);
      last =
          Run.begin(
              new RunEvent.Began(
                  BEGIN,
                  "r",
                  event,
                  PlanText.read(rows.plan()),
                  BEGIN.plus(deadline),
                  Lineage.outside("r", event)));
      events.addAll(last.events());
    }

    void tell() {
      for (Row row : rows.rows()) {
        String what = row.left();
        if (what.startsWith("[")) {
          now = BEGIN.plus(Times.read(what.substring(1, what.indexOf(']'))));
          what = what.substring(what.indexOf(']') + 1).strip();
        }
        assertThat(what(what))
            .as("%s.txt, line %d: %s", rows.file(), row.line(), row.text())
            .isEqualTo(row.right());
        assertStates(row);
        assertThat(Run.replay(events)).as("replayed after %s", row.text()).isEqualTo(last.next());
      }
    }

    private String what(String what) {
      String step = what.substring(what.indexOf(' ') + 1);
      Run run = last.next();
      return switch (what.split(" ", 2)[0]) {
        case "begin" -> RunText.of(last, now, List.of(events.getFirst()));
        case "crash" -> decided(run.recover(now, random), List.of());
        case "pending" -> new RunText(now, run).commands(run.pending());
        case "redrivable" -> run.whyNotRedriven(step).orElse("yes");
        case "dead" -> deadLetters(run);
        case "called" -> run.called(step).name();
        case "reason" -> run.reasonToUndo(step).code();
        case "value" -> Objects.requireNonNull(run.progress(step).outcome()).value().text();
        case "problem" -> Objects.requireNonNull(run.progress(step).problem()).detail();
        case "redrive-all" -> {
          Instant until = now.plus(Times.read(step));
          List<Fact.Redriven> all =
              run.history().deadLetters().stream()
                  .map(letter -> new Fact.Redriven(now, letter.step(), until, null))
                  .toList();
          yield decided(run.redrive(all, random), all);
        }
        default -> {
          Fact fact = FactText.read(what, now);
          yield decided(run.on(fact, random), List.of(fact));
        }
      };
    }

    private static String deadLetters(Run run) {
      String letters =
          run.history().deadLetters().stream()
              .map(it -> it.step() + " " + it.position() + (it.mayHaveRun() ? " may have run" : ""))
              .collect(joining(", "));
      return letters.isEmpty() ? "none" : letters;
    }

    private String decided(Decision decision, List<? extends RunEvent> facts) {
      last = decision;
      events.addAll(decision.events());
      return RunText.of(decision, now, facts);
    }

    private void assertStates(Row row) {
      for (String state : row.states().isEmpty() ? new String[0] : row.states().split(", *", -1)) {
        String[] words = state.split(" ", 2);
        Enum<?> actual =
            words[0].equals("run") ? last.next().state() : last.next().progress(words[0]).state();
        assertThat(RunText.word(actual))
            .as("%s.txt, line %d: %s", rows.file(), row.line(), words[0])
            .isEqualTo(words[1]);
      }
    }
  }
}
