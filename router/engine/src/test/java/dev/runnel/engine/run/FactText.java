package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Failure.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a row tells it: {@code started a#1}, {@code ok a#1} or {@code ok a#1 {"x":1}}, {@code
 * failed a#1 503 unknown retry-after 2s}, {@code refused a#1 open probe 10s}, {@code timer a},
 * {@code timer deadline}, {@code cancel}, {@code cancel and compensate}, {@code redrive a 1h},
 * {@code discard a}.
 */
final class FactText {

  private final String[] words;
  private final Instant now;

  private FactText(String text, Instant now) {
    this.words = text.split(" +", -1);
    this.now = now;
  }

  static Fact read(String text, Instant now) {
    return new FactText(text, now).read();
  }

  private Fact read() {
    return switch (words[0]) {
      case "started" -> new Fact.AttemptStarted(now, step(), attempt());
      case "ok" -> new Fact.AttemptSucceeded(now, step(), attempt(), outcome());
      case "failed" -> new Fact.AttemptFailed(now, step(), attempt(), failure());
      case "refused" ->
          new Fact.AttemptRefused(now, step(), attempt(), words[2], probeAt(), has("open"));
      case "timer" -> new Fact.TimerFired(now, words[1].equals("deadline") ? null : words[1]);
      case "cancel" -> new Fact.CancelRequested(now, has("compensate"));
      case "redrive" -> new Fact.Redriven(now, words[1], now.plus(Times.read(words[2])), null);
      case "discard" -> new Fact.Discarded(now, words[1]);
      default -> throw new IllegalArgumentException("not a fact: " + String.join(" ", words));
    };
  }

  private String step() {
    return words[1].split("#", 2)[0];
  }

  private int attempt() {
    return Integer.parseInt(words[1].split("#", 2)[1]);
  }

  private Outcome outcome() {
    return Outcome.of(Data.json(words.length > 2 ? words[2] : "\"" + words[1] + "\""));
  }

  private Failure failure() {
    int status = Integer.parseInt(words[2]);
    Certainty certainty =
        words.length > 3 && !words[3].equals("retry-after")
            ? Certainty.valueOf(words[3].toUpperCase(Locale.ROOT).replace('-', '_'))
            : Certainty.REPORTED;
    return new Failure(
        new Problem(status, words[2], "Sample", "a sample", null), certainty, after("retry-after"));
  }

  private @Nullable Instant probeAt() {
    Duration wait = after("probe");
    return wait == null ? null : now.plus(wait);
  }

  private @Nullable Duration after(String word) {
    for (int i = 0; i < words.length - 1; i++) {
      if (words[i].equals(word)) {
        return words[i + 1].equals("forever")
            ? Duration.ofSeconds(Long.MAX_VALUE)
            : Times.read(words[i + 1]);
      }
    }
    return null;
  }

  private boolean has(String word) {
    return List.of(words).contains(word);
  }
}
