package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large files and methods are: limits that fail, and a table of the rest. */
class SizeTest {

  private static final Repository REPOSITORY = Repository.here();

  private static final Sizes MAIN =
      Sizes.of(REPOSITORY, REPOSITORY.parts().stream().flatMap(p -> p.mainSources().stream()));
  private static final Sizes TESTS =
      Sizes.of(REPOSITORY, REPOSITORY.parts().stream().flatMap(p -> p.testSources().stream()));

  @TempDir Path folder;

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(MAIN.tooLongFiles()).isEmpty();
    assertThat(TESTS.tooLongFiles()).isEmpty();
  }

  @Test
  void noMethodIsLongerThanSixtyLines() {
    assertThat(MAIN.tooLongMethods()).isEmpty();
    assertThat(TESTS.tooLongMethods()).isEmpty();
  }

  @Test
  void printsTheRest() {
    String table = MAIN.table();

    System.out.println(table);

    assertThat(table).contains("median", "longest files", "longest methods");
  }

  @Test
  void countsALambdaAndANestedClassToTheMethodAroundThem() throws Exception {
    String body = "      int x = 1;\n".repeat(60);
    var long60 =
        """
        package sample;
        class Long {
          int field = 1;
          /**
           * Not counted.
           */
          void lambda() {
            Runnable r = () -> {
        %s    };
          }
          Object anonymous() {
            return new Object() {
              public String toString() {
        %s        return "";
              }
            };
          }
          void brief() {}
          int other = 2;
        }
        """
            .formatted(body, body);

    assertThat(sizes(long60).tooLongMethods())
        .hasSize(3)
        .anySatisfy(found -> assertThat(found).contains("Long.java:7", "Long.lambda", "64 lines"))
        .anySatisfy(found -> assertThat(found).contains("Long.anonymous", "67 lines"))
        .anySatisfy(found -> assertThat(found).contains("(anonymous).toString", "63 lines"));
  }

  @Test
  void namesAFileThatIsTooLongAndAMethodOfManyParameters() throws Exception {
    var sizes =
        sizes(
            "package sample;\nclass Long {\n"
                + "// a line\n".repeat(397)
                + "record Seven(int a, int b, int c, int d, int e, int f, int g) { Seven {} }\n"
                + "void six(int a, int b, int c, int d, int e, int f) {} }\n");

    assertThat(sizes.tooLongFiles())
        .containsExactly(
            "Long.java has 401 lines, at most 400 are allowed; move one of its concerns to a type of its own.");
    assertThat(sizes.table()).endsWith("more than 5 parameters: Long.six (6)");
  }

  private Sizes sizes(String source) throws Exception {
    Path file = Files.writeString(folder.resolve("Long.java"), source);
    return Sizes.of(new Repository(folder), List.of(file).stream());
  }
}
