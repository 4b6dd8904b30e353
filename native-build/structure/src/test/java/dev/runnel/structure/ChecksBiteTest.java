package dev.runnel.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The canary: compiles what must not compile, with the arguments of the root pom and the JVM flags
 * of {@code .mvn/jvm.config}. It dies when a new version or a lost flag turns the checks off.
 */
class ChecksBiteTest {

  private static final Repository REPOSITORY = Repository.here();

  private static final String MARKED = "@org.jspecify.annotations.NullMarked\npackage sample;\n";

  @TempDir Path folder;

  @Test
  void acceptsACleanClass() throws Exception {
    var compiled = compile("String greet(String name) { return \"Hello, \" + name; }");

    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.succeeded()).isTrue();
  }

  @Test
  void refusesNullWhereNoneIsExpected() throws Exception {
    var compiled =
        compile("int length(String s) { return s.length(); } int none() { return length(null); }");

    assertRefused(compiled, "error: [NullAway]");
  }

  @Test
  void refusesAResultThatIsDropped() throws Exception {
    var compiled = compile("void shout(String s) { s.toUpperCase(java.util.Locale.ROOT); }");

    assertRefused(compiled, "error: [ReturnValueIgnored]");
  }

  @Test
  void refusesWhatErrorProneOnlyWarnsOf() throws Exception {
    var compiled = compile("boolean same(String a, String b) { return a == b; }");

    assertRefused(compiled, "warning: [ReferenceEquality]", "-Werror");
  }

  @Test
  void refusesARawType() throws Exception {
    var compiled = compile("int size(java.util.List list) { return list.size(); }");

    assertRefused(compiled, "warning: [rawtypes]", "-Werror");
  }

  @Test
  void noModuleHasCompilerArgumentsOfItsOwn() {
    assertThat(REPOSITORY.poms())
        .filteredOn(pom -> !pom.folder().equals(REPOSITORY.root()))
        .as("arguments in a module replace those of the root pom; state them there")
        .filteredOn(pom -> !pom.compilerArguments().isEmpty())
        .extracting(pom -> REPOSITORY.show(pom.file()))
        .isEmpty();
  }

  private static void assertRefused(Javac.Compiled compiled, String... said) {
    assertThat(compiled.succeeded())
        .as("the build's checks no longer refuse it; see the profile 'checks' of the root pom")
        .isFalse();
    assertThat(compiled.output()).contains(said);
  }

  private Javac.Compiled compile(String members) throws IOException, InterruptedException {
    var sources =
        Map.of(
            "sample/package-info.java",
            MARKED,
            "sample/Sample.java",
            "package sample;\n\nclass Sample {\n  " + members + "\n}\n");
    return Javac.compile(folder, sources, arguments());
  }

  private static List<String> arguments() throws IOException {
    var arguments = new ArrayList<String>();
    try (Stream<String> flags = Files.lines(REPOSITORY.root().resolve(".mvn/jvm.config"))) {
      flags.map(flag -> "-J" + flag.strip().replace(' ', '=')).forEach(arguments::add);
    }
    arguments.addAll(REPOSITORY.rootPom().compilerArguments());
    // Error Prone and NullAway with all that they need: this module's test dependencies.
    arguments.addAll(List.of("-processorpath", Javac.classPath(".jar")));
    return arguments;
  }
}
