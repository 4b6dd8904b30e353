package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Databases for other modules' tests. */
class FreshDatabaseTest {

  @RegisterExtension static final FreshDatabase MINE = new FreshDatabase();
  @RegisterExtension static final FreshDatabase OTHERS = new FreshDatabase();

  @Test
  void everyoneHasOneOfTheirOwnOnOneServer() {
    DatabaseAccess mine = MINE.access();
    DatabaseAccess others = OTHERS.access();

    Sql.execute(mine, "CREATE TABLE here (id int)");

    assertThat(Sql.query(mine, "SELECT to_regclass('here') IS NULL")).isEqualTo("f");
    assertThat(Sql.query(others, "SELECT to_regclass('here') IS NULL")).isEqualTo("t");
    assertThat(others.port()).isEqualTo(mine.port());
    assertThat(mine.database()).startsWith("freshdatabasetest_");
  }
}
