package dev.runnel.structure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with the names in one part: of its types, packages, folder and artifact. */
final class Names {

  private static final Pattern VAGUE =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Service|Processor)");
  private static final Set<String> FUNCTION_WORDS = Set.of("Function", "Input", "Output");
  private static final Set<String> CATCH_ALL = Set.of("common", "util", "utils", "helpers", "misc");

  private final Part part;
  private final List<JavaFile> all;

  Names(Part part) {
    this.part = part;
    all =
        JavaFiles.parse(
            Stream.concat(part.mainSources().stream(), part.testSources().stream()).toList());
  }

  /** Types that say what kind of class they are instead of what they stand for. */
  List<String> vagueTypes() {
    return typesCalled(
        name -> VAGUE.matcher(name).matches(),
        "call it by what it is in the field's own terms, without %s"
            .formatted("Manager, Helper, Util, Impl, Service or Processor"));
  }

  /** A capability's types that are named like the platform's own words. */
  List<String> platformWords() {
    return part.isCapability()
        ? typesCalled(FUNCTION_WORDS::contains, "say which one, as in CostFunction, UsageReported")
        : List.of();
  }

  /** Folders and packages where anything would fit. */
  List<String> catchAlls() {
    var places = new TreeSet<>(packages(all).keySet());
    places.add(part.place());
    return places.stream()
        .filter(place -> Stream.of(place.split("[./]")).anyMatch(CATCH_ALL::contains))
        .map(place -> place + " takes anything; put each type where it is used.")
        .toList();
  }

  /** Packages in which null is not checked. */
  List<String> unmarkedPackages() {
    var marked = new TreeSet<String>();
    all.stream().filter(JavaFile::nullMarked).forEach(file -> marked.add(file.packageName()));
    return packages(all).entrySet().stream()
        .filter(entry -> !marked.contains(entry.getKey()))
        .map(
            entry ->
                "%s: package %s has no package-info.java annotated @NullMarked; add one, with the package's one paragraph."
                    .formatted(show(entry.getValue()), entry.getKey()))
        .toList();
  }

  /** Whether folder, artifact and package carry one name. */
  List<String> unequal() {
    String expected = "runnel-" + part.name();
    String artifact = part.pom().artifact();
    var wrongArtifact =
        artifact.equals(expected)
            ? Stream.<String>of()
            : Stream.of(
                "%s/pom.xml: the artifact is %s; name it after its folder: %s."
                    .formatted(part.place(), artifact, expected));
    String root = part.rootPackage();
    var wrongPackages =
        packages(all).entrySet().stream()
            .filter(entry -> !(entry.getKey() + ".").startsWith(root + "."))
            .map(
                entry ->
                    "%s: package %s is outside %s; packages carry their folder's name."
                        .formatted(show(entry.getValue()), entry.getKey(), root));
    return Stream.concat(wrongArtifact, wrongPackages).toList();
  }

  private List<String> typesCalled(Predicate<String> wrong, String advice) {
    return all.stream()
        .flatMap(
            file ->
                file.types().stream()
                    .map(JavaFile.Type::name)
                    .filter(wrong)
                    .map(
                        name ->
                            "%s: a type is called %s; %s."
                                .formatted(show(file.path()), name, advice)))
        .toList();
  }

  /** Every package that holds a type, with one of its files. */
  private static Map<String, Path> packages(List<JavaFile> files) {
    var packages = new TreeMap<String, Path>();
    files.stream()
        .filter(file -> !file.isPackageInfo())
        .forEach(file -> packages.putIfAbsent(file.packageName(), file.path()));
    return packages;
  }

  private String show(Path file) {
    return new Repository(part.root()).show(file);
  }
}
