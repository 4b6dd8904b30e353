package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerfileTest {

  private static final Needs LITTLE = needs(List.of("libc.so.6", "libz.so.1"), "GLIBC_2.34");

  @TempDir Path folder;

  @Test
  void isFilledInFromTheTemplate() throws Exception {
    String manifests =
        SampleBuild.manifest("one", "does one thing")
            + "---\n"
            + SampleBuild.manifest("two", "does another");
    var sample = SampleBuild.in(folder, manifests).library("model.onnx", new byte[1]);

    assertThat(new Containerfile(sample.build(), "Apache-2.0", LITTLE).text(Base.DEFAULT))
        .isEqualTo(
            contentOf(Objects.requireNonNull(getClass().getResource("sample.Containerfile"))));
  }

  @Test
  void copiesNoLibrariesWhereThereAreNone() throws Exception {
    assertThat(text("does nothing", LITTLE)).contains("\nCOPY ").doesNotContain("lib /function/");
  }

  @Test
  void quotesWhatAnEngineWouldReadInADescription() throws Exception {
    assertThat(text("'says \"$HOME\" and \\n'", LITTLE))
        .contains("description=\"one: says \\\"\\$HOME\\\" and \\\\n\" \\\n");
  }

  @Test
  void hasNoDefaultBaseWhereThatLacksSomething() throws Exception {
    Needs newer = needs(LITTLE.libraries(), "GLIBC_2.38");
    Needs more = needs(List.of("libc.so.6", "libcrypt.so.1"), "GLIBC_2.2.5");

    for (Needs needs : List.of(newer, more)) {
      assertThat(text("does one thing", needs))
          .contains("# " + needs + "\nARG BASE\n# has no default: " + Base.DEFAULT.image());
    }
    assertThat(text("does one thing", LITTLE)).contains("\nARG BASE=" + Base.DEFAULT.image());
  }

  private String text(String description, Needs needs) throws Exception {
    var sample = SampleBuild.in(folder, SampleBuild.manifest("one", description));
    return new Containerfile(sample.build(), "Apache-2.0", needs).text(Base.DEFAULT);
  }

  private static Needs needs(List<String> libraries, String... versions) {
    return new Needs(libraries, Stream.of(versions).map(SymbolVersion::of).toList());
  }
}
