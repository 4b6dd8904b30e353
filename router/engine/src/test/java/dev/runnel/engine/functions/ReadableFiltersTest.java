package dev.runnel.engine.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.engine.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableFiltersTest {

  @Test
  void readsFiltersOnce() {
    Candidates candidates = Candidates.of(function("f", "type = "));
    var filters = new ReadableFilters(FunctionSet.empty());

    assertThat(filters.errors(candidates)).hasSize(1);
    assertThat(filters.errors(candidates).getFirst())
        .isSameAs(filters.errors(candidates).getFirst());
  }

  @Test
  void readsWhatIsNotAsItWasAccepted() {
    List<Declared> before = function("f", "type = 't'");
    var set = ((FunctionSetReading.Accepted) FunctionSet.of(before)).functions();
    var filters = new ReadableFilters(set);

    assertThat(filters.errors(Candidates.of(before))).isEmpty();
    assertThat(filters.errors(Candidates.of(function("f", "type = ")))).hasSize(1);
    assertThat(filters.errors(Candidates.of(function("g", "type = ")))).hasSize(1);
  }

  private static List<Declared> function(String name, String cesql) {
    return Rows.declared(
        Map.of(
            "name",
            name,
            "runtime",
            "jvm",
            "handler",
            "s.O#p",
            "triggers",
            List.of(Map.of("filters", List.of(Map.of("cesql", cesql))))));
  }
}
