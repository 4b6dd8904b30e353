package dev.runnel.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartReportTest {

  @TempDir Path folder;

  private static Seen seen() {
    var seen = new Seen();
    for (double figure : List.of(1.0, 3.0, 2.0)) {
      var figures = new EnumMap<Measure, Double>(Measure.class);
      for (Measure measure : Measure.values()) {
        figures.put(measure, figure);
      }
      seen.add(Startable.executable(Path.of("agents")), figures);
    }
    return seen;
  }

  @Test
  void renewsTheTableOfAPageAndNothingElse() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.md"), "before\n<!-- starts -->\nold\n<!-- /starts -->\nafter\n");

    StartReport.into(page, seen());

    assertThat(page)
        .content()
        .startsWith("before\n<!-- starts -->\n| | | on disk, MiB |")
        .contains("| agents | native | 2.0 | 2.0 |")
        .endsWith("<!-- /starts -->\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void saysThatAPageHasNoPlaceForATable() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "nothing");

    assertThatThrownBy(() -> StartReport.into(page, seen()))
        .hasMessageContaining("<!-- starts -->");
  }
}
