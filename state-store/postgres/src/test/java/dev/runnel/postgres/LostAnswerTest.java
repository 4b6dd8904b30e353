package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.Leases.Held;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change whose commit succeeded, and whose answer never came, is answered, and made once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LostAnswerTest {

  private static final Key KEY = new Key("agents", "k");
  @Inject Tables tables;
  @Inject Vertx vertx;
  @Inject Mutiny.SessionFactory factory;

  private LostAnswers link;
  private Pool pool;
  private PostgresWorld world;

  @BeforeEach
  void begin() {
    tables.empty();
    PgConnectOptions server =
        PgConnectOptions.fromUri(configured("reactive.url"))
            .setUser(configured("username"))
            .setPassword(configured("password"));
    link = new LostAnswers(vertx, server.getHost(), server.getPort());
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(4))
            .connectingTo(new PgConnectOptions(server).setHost("127.0.0.1").setPort(link.port()))
            .using(vertx)
            .build();
    world = new PostgresWorld(tables, vertx, pool, factory, KeyedLimits.DEFAULTS);
  }

  private static String configured(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
  }

  @AfterEach
  void end() {
    world.close();
    UniHelper.toUni(pool.close()).await().indefinitely();
    link.close();
  }

  @Test
  void writesOverAVersionOnce() {
    long first = write(Draft.of(Data.json("1")));
    link.loseNext();

    long second = write(Draft.of(Data.json("2")).when(new Condition.Version(first)));

    assertThat(link.hasLost()).isTrue();
    KeyedState.Entry entry = world.state().read(KEY).await().indefinitely().orElseThrow();
    assertThat(entry.version()).isEqualTo(second);
    assertThat(entry.content()).isEqualTo(Data.json("2"));
  }

  @Test
  void saysWhatItRemoved() {
    long version = write(Draft.of(Data.json("1")));
    link.loseNext();

    assertThat(world.state().remove(KEY, Condition.ALWAYS, Optional.empty()).await().indefinitely())
        .isEqualTo(new Removed(OptionalLong.of(version)));
    assertThat(link.hasLost()).isTrue();
  }

  @Test
  void addsOnce() {
    add();
    link.loseNext();

    assertThat(add()).isEqualTo(new Added(2));
    assertThat(link.hasLost()).isTrue();
    assertThat(world.counters().read(KEY).await().indefinitely()).contains(2L);
  }

  @Test
  void givesOutOneToken() {
    Held first = acquire();
    world.leases().release(KEY, first.token()).await().indefinitely();
    link.loseNext();

    Held second = acquire();

    assertThat(link.hasLost()).isTrue();
    assertThat(acquire().token()).isEqualTo(second.token());
  }

  @Test
  void saysOnceThatItReleased() {
    Held held = acquire();
    link.loseNext();

    assertThat(world.leases().release(KEY, held.token()).await().indefinitely()).isTrue();
    assertThat(link.hasLost()).isTrue();
  }

  @Test
  void answersAGroupThatComesAgainAsTheFirstTime() {
    assertThat(group(1, 5)).isEqualTo(5);
    assertThat(group(1, 5)).isEqualTo(5);
    assertThat(group(3, 1)).isEqualTo(6);
    assertThatThrownBy(() -> group(2, 1)).hasMessageContaining("group 2 of lane");
    assertThat(world.counters().read(KEY).await().indefinitely()).contains(6L);
  }

  private long group(long number, long delta) {
    String sql =
        """
        select outcome, number from change_counters('default',
          '00000000-0000-0000-0000-000000000001', %d, 0, 10, 10, 600,
          '{agents}', '{k}', '{%d}', array[null]::uuid[])
        """
            .formatted(number, delta);
    return tables.sql(sql).iterator().next().getLong(1);
  }

  private long write(Draft draft) {
    return ((Written) world.state().write(KEY, draft).await().indefinitely()).version();
  }

  private Counters.Adding add() {
    return world.counters().add(KEY, 1, Optional.empty()).await().indefinitely();
  }

  private Held acquire() {
    return (Held) world.leases().acquire(KEY, "a", Duration.ofMinutes(1)).await().indefinitely();
  }
}
