package dev.runnel.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void knowsHowManyMigrationsThereAre() throws Exception {
    URL first = requireNonNull(Schema.class.getResource("/db/migration/runnel/V1__journal.sql"));
    try (Stream<Path> files = Files.list(Path.of(first.toURI()).resolveSibling("."))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .allMatch(name -> name.matches("V\\d+__\\w+\\.sql"))
          .extracting(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, Schema.NEWEST).boxed().toList());
    }
  }
}
