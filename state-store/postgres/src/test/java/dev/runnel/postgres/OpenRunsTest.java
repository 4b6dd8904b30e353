package dev.runnel.postgres;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Membership;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Very many runs that go on. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenRunsTest {

  private static final int RUNS = 100_000;
  private static final int PAGE = 1_000;

  @Inject Tables tables;

  @Test
  void claimsAHundredThousandRunsInPagesByTheIndex() {
    tables.empty();
    PostgresRouters routers = tables.routers();
    Membership former = routers.join("a").await().indefinitely();
    tables.sql(
        "insert into open_run select 'default', %d, 'r' || n, 1 from generate_series(1, %d) n; analyze open_run"
            .formatted(former.epoch(), RUNS));
    Membership next = routers.join("a").await().indefinitely();
    var claimed = new HashSet<String>();

    List<String> page;
    do {
      page = routers.claim(next, PAGE).await().indefinitely().runs();
      assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
      claimed.addAll(page);
    } while (!page.isEmpty());

    assertThat(claimed).hasSize(RUNS);
    assertThat(plan(Claims.CLAIM, next)).matches(OpenRunsTest::isByTheIndex);
    assertThat(plan(Claims.ORPHANED, next)).matches(OpenRunsTest::isByTheIndex);
  }

  private static boolean isByTheIndex(String plan) {
    return plan.contains("open_run_owner") && !plan.contains("Seq Scan on open_run");
  }

  private String plan(String statement, Membership member) {
    String filled =
        statement
            .replace(":tenant", "'default'")
            .replace(":name", "'a'")
            .replace(":epoch", Long.toString(member.epoch()))
            .replace(":limit", Integer.toString(PAGE));
    return StreamSupport.stream(tables.sql("explain " + filled).spliterator(), false)
        .map(row -> row.getString(0))
        .collect(joining("\n"));
  }
}
