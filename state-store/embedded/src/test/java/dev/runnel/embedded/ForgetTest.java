package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data that is not wanted any more. */
class ForgetTest {

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @Test
  void leavesADatabaseAsIfThereHadBeenNone() {
    EmbeddedDatabase database = server.open();
    Sql.execute(database.access(), "CREATE TABLE forgotten (id int)");
    String password = database.access().password();
    database.close();

    EmbeddedDatabase.forget(server.folder().root());

    assertThat(server.folder().database()).doesNotExist();
    DatabaseAccess fresh = server.open().access();
    assertThat(Sql.query(fresh, "SELECT to_regclass('forgotten') IS NULL")).isEqualTo("t");
    assertThat(fresh.password()).isNotEqualTo(password);
  }

  @Test
  void refusesWhileSomebodyUsesIt() {
    EmbeddedDatabase database = server.open();

    assertThatThrownBy(() -> EmbeddedDatabase.forget(server.folder().root()))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("is in use")
        .hasMessageContaining(server.folder().root().toString());

    assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void hasNothingToDoWhereThereIsNothing() {
    EmbeddedDatabase.forget(server.folder().root());

    assertThat(server.folder().root()).doesNotExist();
  }
}
