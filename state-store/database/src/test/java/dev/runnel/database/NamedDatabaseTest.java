package dev.runnel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedDatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:secret@db:5433/runs, jdbc:postgresql://db:5433/runs?sslmode=disable",
    "postgresql://db/runs?sslmode=require, jdbc:postgresql://db:5432/runs?sslmode=require"
  })
  void migratesWhereItConnects(String url, String jdbc) {
    assertThat(NamedDatabase.jdbcUrl(PgConnectOptions.fromUri(url))).isEqualTo(jdbc);
  }
}
