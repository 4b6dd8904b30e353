package dev.runnel.bench.start;

import static dev.runnel.bench.start.Measure.DISK;
import static dev.runnel.bench.start.Measure.FIRST_TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {

  private static final double REFERENCE = 40;

  private final Startable agents = Startable.executable(Path.of("agents"));
  @TempDir Path folder;

  private Seen seen(double disk, double first) {
    return seen(disk, first, REFERENCE);
  }

  private Seen seen(double disk, double first, double reference) {
    var figures = new EnumMap<Measure, Double>(Measure.class);
    for (Measure measure : Measure.values()) {
      figures.put(measure, 10.0);
    }
    figures.put(DISK, disk);
    figures.put(FIRST_TCP, first);
    var seen = new Seen();
    seen.add(agents, figures);
    seen.addReference(agents, reference);
    return seen;
  }

  private Budgets kept(double disk, double first) throws IOException {
    Budgets budgets = Budgets.in(folder.resolve("budgets.tsv"));
    budgets.keep(agents, seen(disk, first));
    return budgets;
  }

  @Test
  void allowATenthMoreThanTheBest() throws IOException {
    Budgets budgets = kept(50, 30);

    assertThat(budgets.exceeded(agents, seen(54.9, 32.9))).isEmpty();
    assertThat(budgets.exceeded(agents, seen(55.1, 34)))
        .containsExactly(
            "agents: on disk, MiB: 55.1, and the budget is 55.0",
            "agents: first answer, TCP, ms: 0.85 starts of the reference, and the budget is 0.83");
  }

  @Test
  void allowLongerTimesButNoMoreSpaceOnASlowerMachine() throws IOException {
    Budgets budgets = kept(50, 30);

    assertThat(budgets.exceeded(agents, seen(60, 60, 2 * REFERENCE)))
        .containsExactly("agents: on disk, MiB: 60.0, and the budget is 55.0");
    assertThat(budgets.exceeded(agents, seen(50, 34))).hasSize(1);
  }

  @Test
  void allowLongerTimesWhereTheReferenceIsUnsteady() throws IOException {
    Budgets budgets = kept(50, 30);
    Seen unsteady = seen(50, 40);
    unsteady.addReference(agents, 1.5 * REFERENCE);
    unsteady.addReference(agents, 1.5 * REFERENCE);

    assertThat(budgets.exceeded(agents, unsteady)).isEmpty();
    assertThat(budgets.exceeded(agents, seen(50, 40))).hasSize(1);
  }

  @Test
  void keepTheLeastOfEachMeasure() throws IOException {
    Budgets budgets = kept(50, 30);
    budgets.keep(agents, seen(60, 20));
    budgets.write();

    assertThat(Budgets.in(folder.resolve("budgets.tsv")).exceeded(agents, seen(60, 30)))
        .containsExactly(
            "agents: on disk, MiB: 60.0, and the budget is 55.0",
            "agents: first answer, TCP, ms: 0.75 starts of the reference, and the budget is 0.55");
  }

  @Test
  void knowForWhomTheyAre() throws IOException {
    assertThat(kept(50, 30).has("agents")).isTrue();
    assertThat(kept(50, 30).has("other")).isFalse();
  }

  @Test
  void sayWhichLineOfTheirFileIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("budgets.tsv"), "agents\tDISK\n");

    assertThatThrownBy(() -> Budgets.in(file)).hasMessageContaining("has 2 fields");
  }
}
