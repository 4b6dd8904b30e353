package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runnel.engine.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The specification's own test kit, which is no part of this repository: give the folder of its
 * YAML files (cesql/cesql_tck of github.com/cloudevents/spec) as the property {@code cesql.kit}.
 */
class SpecificationKitTest {

  private static final String FOLDER = System.getProperty("cesql.kit", "");

  private static final Map<String, EvaluationError.Kind> KINDS =
      Map.of(
          "math", EvaluationError.Kind.MATH,
          "cast", EvaluationError.Kind.CAST,
          "missingAttribute", EvaluationError.Kind.MISSING_ATTRIBUTE,
          "missingFunction", EvaluationError.Kind.MISSING_FUNCTION,
          "functionEvaluation", EvaluationError.Kind.FUNCTION_EVALUATION,
          "generic", EvaluationError.Kind.GENERIC);

  @TestFactory
  Stream<DynamicTest> answersEveryCaseOfTheKit() throws IOException {
    assumeTrue(!FOLDER.isEmpty(), "the property cesql.kit names no folder");
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(FOLDER))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).as("the kit's files in " + FOLDER).isNotEmpty();
    return files.stream().flatMap(SpecificationKitTest::cases);
  }

  private static Stream<DynamicTest> cases(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Map<?, ?> suite = Rows.map(new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromInputStream(in));
      return Rows.list(suite.get("tests")).stream()
          .map(Rows::map)
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      file.getFileName() + ": " + row.get("name"), () -> check(row)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(Map<?, ?> row) throws CesqlSyntaxError {
    String expression = Objects.requireNonNull(row.get("expression")).toString();
    if ("parse".equals(row.get("error"))) {
      assertThatThrownBy(() -> CesqlExpression.compile(expression))
          .isInstanceOf(CesqlSyntaxError.class);
      return;
    }
    Object event = row.get("event") == null ? row.get("eventOverrides") : row.get("event");
    Scope scope = Attributes.with(event == null ? Map.of() : Rows.map(event));

    Evaluation evaluation = CesqlExpression.compile(expression).evaluate(scope);

    if (row.get("result") != null) {
      assertThat(evaluation.value()).as(expression).isEqualTo(row.get("result"));
    }
    Stream<EvaluationError.Kind> wanted =
        Stream.ofNullable(row.get("error")).map(Object::toString).map(KINDS::get);
    assertThat(evaluation.errors())
        .as(expression)
        .extracting(EvaluationError::kind)
        .containsExactlyElementsOf(wanted.toList());
  }
}
