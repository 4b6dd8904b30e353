package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Content;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.journal.Manifests.Version;
import dev.runnel.journal.Manifests.Writing;
import dev.runnel.journal.Manifests.Writing.Overtaken;
import dev.runnel.journal.Manifests.Writing.Written;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everything keeps that remembers manifests. */
public abstract class ManifestsContract {

  /** One that knows nothing. */
  protected abstract Manifests manifests();

  protected static Change put(String name, String document) {
    return new Change(name, Source.PUT, false, document);
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(read(manifests())).isEqualTo(new Content(0, List.of()));
    assertThat(revision(manifests())).isZero();
  }

  @Test
  void givesBackWhatWasWritten() {
    Manifests manifests = manifests();
    Change held = new Change("b", Source.PUT, true, "{\"name\":\"b\",\"text\":\"中\\u0000'\"}");
    Change shipped = new Change("c", Source.CAPABILITY, false, "{}");

    Writing writing = append(manifests, 0, put("a", "{}"), held, shipped);

    assertThat(writing).isEqualTo(new Written(1, Map.of("a", 1, "b", 1, "c", 1)));
    assertThat(read(manifests).revision()).isEqualTo(1);
    assertThat(revision(manifests)).isEqualTo(1);
    assertThat(read(manifests).versions())
        .containsExactlyInAnyOrder(
            new Version("a", 1, Source.PUT, false, "{}"),
            new Version("b", 1, Source.PUT, true, "{\"name\":\"b\",\"text\":\"中\\u0000'\"}"),
            new Version("c", 1, Source.CAPABILITY, false, "{}"));
  }

  @Test
  void numbersTheVersionsOfEachName() {
    Manifests manifests = manifests();
    append(manifests, 0, put("a", "1"), put("b", "1"));

    Writing writing = append(manifests, 1, put("a", "2"));

    assertThat(writing).isEqualTo(new Written(2, Map.of("a", 2)));
    assertThat(read(manifests).versions())
        .containsExactlyInAnyOrder(
            new Version("a", 2, Source.PUT, false, "2"),
            new Version("b", 1, Source.PUT, false, "1"));
  }

  @Test
  void countsOnWhenANameComesAgain() {
    Manifests manifests = manifests();
    append(manifests, 0, put("a", "1"));

    append(manifests, 1, Change.removal("a"));

    assertThat(read(manifests)).isEqualTo(new Content(2, List.of()));
    assertThat(append(manifests, 2, put("a", "1"))).isEqualTo(new Written(3, Map.of("a", 3)));
  }

  @Test
  void changesNothingOnAnotherRevision() {
    Manifests manifests = manifests();
    append(manifests, 0, put("a", "1"));
    Content before = read(manifests);

    assertThat(append(manifests, 0, put("a", "2"), put("b", "1"))).isEqualTo(new Overtaken());
    assertThat(append(manifests, 2, Change.removal("a"))).isEqualTo(new Overtaken());

    assertThat(read(manifests)).isEqualTo(before);
  }

  @Test
  void givesOutWhatItHadThen() {
    Manifests manifests = manifests();
    append(manifests, 0, put("a", "1"));
    Content then = read(manifests);

    append(manifests, 1, put("a", "2"), put("b", "1"));

    assertThat(then.versions()).containsExactly(new Version("a", 1, Source.PUT, false, "1"));
  }

  @Test
  void letsOneOfManyWriteUponARevision() throws Exception {
    Manifests manifests = manifests();
    List<Callable<Writing>> writers =
        IntStream.range(0, 64)
            .<Callable<Writing>>mapToObj(i -> () -> append(manifests, 0, put("a", "" + i)))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Stream<Writing> writings = threads.invokeAll(writers).stream().map(Future::resultNow);
      assertThat(writings.filter(Written.class::isInstance)).hasSize(1);
    }
    assertThat(read(manifests).revision()).isEqualTo(1);
  }

  protected static long revision(Manifests manifests) {
    return manifests.revision().await().indefinitely();
  }

  protected static Content read(Manifests manifests) {
    return manifests.read().await().indefinitely();
  }

  protected static Writing append(Manifests manifests, long revision, Change... changes) {
    return manifests.append(revision, List.of(changes)).await().indefinitely();
  }
}
