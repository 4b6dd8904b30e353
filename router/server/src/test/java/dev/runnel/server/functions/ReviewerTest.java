package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.journal.Manifests.Content;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.journal.Manifests.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edits of large sets, and of sets that are full. */
class ReviewerTest {

  private static final int MANY = 10_000;

  @Test
  void refusesMoreThanMayBePut() {
    Reviewer reviewer = new Reviewer(_ -> List.of(), 2);
    Registrations now = loaded(2);

    assertThat(reviewer.review(now, put(manifest(0, "priority: 1"))))
        .isInstanceOf(Review.Good.class);
    assertThat(reviewer.review(now, put(manifest(2, ""))))
        .extracting(Object::toString)
        .asString()
        .contains("too-many-functions", "3 functions", "at most 2", "runnel.functions.max-put");
  }

  @Test
  void letsWhatIsTooManyAlreadyBeChangedAndRemoved() {
    Reviewer reviewer = new Reviewer(_ -> List.of(), 1);

    assertThat(reviewer.review(loaded(2), put(manifest(1, "priority: 1"))))
        .isInstanceOf(Review.Good.class);
    assertThat(reviewer.review(loaded(2), new Edit.Remove("f1", Precondition.NONE)))
        .isInstanceOf(Review.Good.class);
  }

  @Test
  void changesOneOfVeryMany() {
    Reviewer reviewer = new Reviewer(_ -> List.of(), MANY);

    Review review = reviewer.review(loaded(MANY), put(manifest(MANY - 1, "priority: 1")));

    assertThat(review).isInstanceOf(Review.Good.class);
    assertThat(((Review.Good) review).draft().changes()).hasSize(1);
  }

  @Test
  void findsNoNearestNamesForeverWhereBothAreMany() {
    Reviewer reviewer = new Reviewer(_ -> List.of(), MANY);
    String unknown =
        IntStream.range(0, 255)
            .mapToObj(i -> "unknown-function-with-quite-a-long-name-" + i)
            .collect(Collectors.joining(", "));
    String all =
        IntStream.range(0, 40)
            .mapToObj(i -> manifest(MANY + i, "dependencies: [" + unknown + "]"))
            .collect(Collectors.joining("\n---\n"));

    Review review = reviewer.review(loaded(1_000), put(all));

    assertThat(review)
        .isInstanceOfSatisfying(
            Review.Closed.class, closed -> assertThat(errors(closed)).hasSize(40 * 255));
  }

  private static List<ManifestError> errors(Review.Closed closed) {
    return closed.result() instanceof EditResult.Wrong(List<ManifestError> errors)
        ? errors
        : List.of();
  }

  private static Edit put(String manifests) {
    var reading = ManifestReader.read("the body", manifests.getBytes(UTF_8));
    return new Edit.Put(Optional.empty(), reading, false, Precondition.NONE);
  }

  /** So many functions, each of which needs some of those before it. */
  private static Registrations loaded(int count) {
    List<Version> versions =
        IntStream.range(0, count)
            .mapToObj(i -> new Version("f" + i, 1, Source.PUT, false, manifest(i, needs(i))))
            .toList();
    var content = new Content(1, versions);
    var shipped = new Shipped(List.of(), FunctionSet.empty());
    return Restoring.of(content, shipped, _ -> List.of(), shipped.set())
        .written(1, Map.of(), Optional.empty());
  }

  private static String needs(int i) {
    int block = i / 20 * 20;
    String needs =
        IntStream.range(block, i).limit(3).mapToObj(n -> "f" + n).collect(Collectors.joining(", "));
    return "dependencies: [%s], triggers: [ { filters: [ { exact: { type: t%d } } ] } ]"
        .formatted(needs, i);
  }

  private static String manifest(int i, String more) {
    return "{ name: f%d, runtime: http, handler: \"http://host/\"%s }"
        .formatted(i, more.isEmpty() ? "" : ", " + more);
  }
}
