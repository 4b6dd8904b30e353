package dev.runnel.bench.start;

import static dev.runnel.bench.start.Measure.DISK;
import static dev.runnel.bench.start.Measure.FIRST_TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {

  private static final double REFERENCE = 40;

  private final Startable agents = Startable.executable(Path.of("agents"));
  @TempDir Path folder;

  private Seen seen(double disk, double first) {
    var figures = new EnumMap<Measure, List<Double>>(Measure.class);
    for (Measure measure : Measure.values()) {
      figures.put(measure, List.of(10.0));
    }
    figures.put(DISK, List.of(disk));
    figures.put(FIRST_TCP, List.of(first));
    return new Seen(Map.of(agents, figures));
  }

  private Budgets kept(double disk, double first) throws IOException {
    Budgets budgets = Budgets.in(folder.resolve("budgets.tsv"));
    budgets.keep(agents, seen(disk, first), REFERENCE);
    return budgets;
  }

  @Test
  void allowATenthMoreThanTheBest() throws IOException {
    Budgets budgets = kept(50, 30);

    assertThat(budgets.exceeded(agents, seen(54.9, 32.9), REFERENCE)).isEmpty();
    assertThat(budgets.exceeded(agents, seen(55.1, 33.1), REFERENCE))
        .containsExactly(
            "agents: on disk, MiB: 55.1, and the budget is 55.0",
            "agents: first answer, TCP, ms: 33.1, and the budget is 33.0");
  }

  @Test
  void allowLongerTimesButNoMoreSpaceOnASlowerMachine() throws IOException {
    Budgets budgets = kept(50, 30);

    assertThat(budgets.exceeded(agents, seen(60, 60), 2 * REFERENCE))
        .containsExactly("agents: on disk, MiB: 60.0, and the budget is 55.0");
    assertThat(budgets.exceeded(agents, seen(50, 34), REFERENCE / 2)).hasSize(1);
  }

  @Test
  void keepTheBestOfEachMeasure() throws IOException {
    Budgets budgets = kept(50, 30);
    budgets.keep(agents, seen(60, 20), REFERENCE);
    budgets.write();

    assertThat(Budgets.in(folder.resolve("budgets.tsv")).exceeded(agents, seen(60, 30), REFERENCE))
        .containsExactly(
            "agents: on disk, MiB: 60.0, and the budget is 55.0",
            "agents: first answer, TCP, ms: 30.0, and the budget is 22.0");
  }

  @Test
  void knowForWhomTheyAre() throws IOException {
    assertThat(kept(50, 30).has("agents")).isTrue();
    assertThat(kept(50, 30).has("other")).isFalse();
  }

  @Test
  void sayWhichLineOfTheirFileIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("budgets.tsv"), "agents\tDISK\t50\n");

    assertThatThrownBy(() -> Budgets.in(file)).hasMessageContaining("has 3 fields");
  }
}
