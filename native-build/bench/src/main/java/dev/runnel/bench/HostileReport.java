package dev.runnel.bench;

import dev.runnel.bench.HostileBench.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was seen beside hostile callers, as Markdown. */
final class HostileReport {

  private final int pairs;
  private final Duration turn;
  private final int perSecond;

  HostileReport(int pairs, Duration turn, int perSecond) {
    this.pairs = pairs;
    this.turn = turn;
    this.perSecond = perSecond;
  }

  String text(Map<Attack, List<Round>> rounds, long blockedEventLoops) throws IOException {
    var text = new StringBuilder("# Beside hostile callers\n\n").append(Machine.told());
    text.append(
        "A caller in good faith posts %d events a second, at fixed times, and waits for their runs: alone, beside an attack on the router, and beside the same attack on another server of the same machine, %d turns of %.1f s each. Medians, in brackets the least and the most; ratios are taken within a round.\n\n"
            .formatted(perSecond, pairs, turn.toMillis() / 1_000.0));
    text.append(
        "| attack | sent to the router in a turn | p99 alone, µs | p99 attacked, µs | p99 attacked / alone | p99 with another server attacked / alone | p50 attacked / alone | not answered |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    rounds.forEach((attack, seen) -> text.append(row(attack, seen)));
    text.append(
        "\nEvent loops that were blocked for 100 ms or longer: %d.\n".formatted(blockedEventLoops));
    return text.toString();
  }

  private static String row(Attack attack, List<Round> rounds) {
    return "| %s: %s | %s | %s | %s | %s | %s | %s | %d |\n"
        .formatted(
            attack.shown(),
            attack.what(),
            spread(rounds, Round::sent).shown("%,.0f"),
            spread(rounds, round -> round.alone().p99()).shown("%,.0f"),
            spread(rounds, round -> round.attacked().p99()).shown("%,.0f"),
            spread(rounds, round -> ratio(round.attacked().p99(), round.alone().p99()))
                .shown("%.2f"),
            spread(rounds, round -> ratio(round.elsewhere().p99(), round.alone().p99()))
                .shown("%.2f"),
            spread(rounds, round -> ratio(round.attacked().p50(), round.alone().p50()))
                .shown("%.2f"),
            rounds.stream().mapToLong(round -> round.attacked().failed()).sum());
  }

  private static double ratio(long of, long to) {
    return (double) of / to;
  }

  private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
