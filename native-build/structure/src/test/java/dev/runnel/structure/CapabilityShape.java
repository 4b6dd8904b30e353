package dev.runnel.structure;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one capability's folder must hold, and what of it is missing. */
record CapabilityShape(Part part) {

  private static final List<String> HEADINGS =
      List.of("What", "Fires on", "Answers", "Limits", "Try it");
  private static final int FUNCTION_LINES = 80;
  private static final int POM_LINES = 40;

  private static final Pattern EXAMPLE =
      Pattern.compile("FunctionExample(?:\\.of)?\\(\\s*\"([^\"]*)\"");

  /** Everything that is missing, each with its place and what to do. */
  List<String> missing() {
    return Stream.of(list(), readme(), pom(), manifest(), functionClass(), tests())
        .flatMap(missing -> missing)
        .map(missing -> part.place() + missing)
        .toList();
  }

  private Stream<String> list() {
    Path list = part.folder().resolveSibling("pom.xml");
    boolean listed = Files.exists(list) && Pom.read(list).modules().contains(part.name());
    return listed
        ? Stream.of()
        : Stream.of(
            ": functions/pom.xml does not list it; add <module>%s</module>."
                .formatted(part.name()));
  }

  private Stream<String> readme() {
    Path readme = part.folder().resolve("README.md");
    if (!Files.exists(readme)) {
      return Stream.of("/README.md is missing; write it under " + headings(HEADINGS) + ".");
    }
    List<String> lines = lines(readme);
    List<String> absent =
        HEADINGS.stream().filter(heading -> !lines.contains("## " + heading)).toList();
    return absent.isEmpty()
        ? Stream.of()
        : Stream.of("/README.md lacks " + headings(absent) + "; answer each in a few lines.");
  }

  private Stream<String> pom() {
    int lines = lines(part.folder().resolve("pom.xml")).size();
    return lines <= POM_LINES
        ? Stream.of()
        : Stream.of(
            "/pom.xml has %d lines, at most %d are allowed; move what others need too to functions/pom.xml."
                .formatted(lines, POM_LINES));
  }

  private Stream<String> manifest() {
    String path = "/src/main/resources/" + ManifestFiles.RESOURCE;
    if (!Files.exists(manifestFile())) {
      return Stream.of(path + " is missing; declare each function in a document of its own.");
    }
    return reading().errors().stream()
        .map(
            error ->
                "%s:%d:%d %s: %s; expected %s."
                    .formatted(
                        path,
                        error.location().line(),
                        error.location().column(),
                        error.path(),
                        error.message(),
                        error.expected()));
  }

  private Stream<String> functionClass() {
    List<JavaFile> classes =
        JavaFiles.parse(part.mainSources()).stream()
            .filter(file -> file.fileName().endsWith("Function.java"))
            .toList();
    if (classes.isEmpty()) {
      return Stream.of(
          "/src/main/java has no *Function.java; add the one class with framework annotations.");
    }
    return classes.stream()
        .filter(file -> file.lines() > FUNCTION_LINES)
        .map(
            file ->
                "/%s has %d lines, at most %d are allowed; move what it computes to its kernel."
                    .formatted(
                        new Repository(part.folder()).show(file.path()),
                        file.lines(),
                        FUNCTION_LINES));
  }

  private Stream<String> tests() {
    List<JavaFile> tests = JavaFiles.parse(part.testSources());
    return reading().declared().stream()
        .map(declared -> declared.manifest())
        .filter(FunctionManifest.class::isInstance)
        .flatMap(function -> testsOf(function.name(), tests));
  }

  private static Stream<String> testsOf(String function, List<JavaFile> tests) {
    List<JavaFile> suites =
        tests.stream()
            .filter(test -> extendsType(test, "FunctionContract"))
            .filter(test -> examples(test).contains(function))
            .toList();
    if (suites.isEmpty()) {
      return Stream.of(
          "/src/test: no test of %s extends FunctionContract with FunctionExample.of(\"%s\", …); add one, and a *FunctionIT beside it."
              .formatted(function, function));
    }
    return suites.stream()
        .filter(suite -> tests.stream().noneMatch(test -> isNativeTwin(test, suite)))
        .map(
            suite ->
                "/src/test: beside %s no *FunctionIT extends it; add one, so that the executable of %s is tested."
                    .formatted(suite.fileName(), function));
  }

  private static boolean isNativeTwin(JavaFile test, JavaFile suite) {
    return test.fileName().endsWith("FunctionIT.java")
        && test.packageName().equals(suite.packageName())
        && suite.types().stream().anyMatch(type -> extendsType(test, type.name()));
  }

  private static boolean extendsType(JavaFile file, String superclass) {
    return file.types().stream().anyMatch(type -> superclass.equals(type.superclass()));
  }

  private static List<String> examples(JavaFile test) {
    return EXAMPLE.matcher(test.text()).results().map((MatchResult r) -> r.group(1)).toList();
  }

  private ManifestReading reading() {
    return Files.exists(manifestFile())
        ? ManifestFiles.in(List.of(manifestFile()))
        : new ManifestReading(List.of(), List.of());
  }

  private Path manifestFile() {
    return part.folder().resolve("src/main/resources").resolve(ManifestFiles.RESOURCE);
  }

  private static String headings(List<String> headings) {
    return "the headings " + String.join(", ", headings.stream().map(h -> "## " + h).toList());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
