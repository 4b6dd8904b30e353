package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Standing;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the router says of the routers that there are. */
@QuarkusTest
class ClusterTest extends RouterTest {

  @Inject ScriptedStore store;

  @AfterEach
  void join() {
    store.stands(new Standing.Joined());
  }

  @Test
  void tellsWhoIsAMemberAndWhatIsItsOwn() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    poster.post(Poster.event("plain.wanted", "{}"));
    hold.awaitCalls();

    JsonPath cluster = cluster();
    hold.release("1");

    assertThat(cluster.getBoolean("journal.reachable")).isTrue();
    String own = "journal.routers.find { it.name == '%s' }.".formatted(cluster.getString("router"));
    assertThat(cluster.getBoolean(own + "member")).isTrue();
    assertThat(cluster.getDouble(own + "lease")).isBetween(0.0, 5.0);
    assertThat(cluster.getInt(own + "runs")).isPositive();
    assertThat(cluster.getLong(own + "epoch")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alone", "joining", "joined", "failed"})
  void saysHowFarItHasComeInSharingACache(String state) {
    store.stands(
        switch (state) {
          case "alone" -> new Standing.Alone();
          case "joining" -> new Standing.Joining();
          case "joined" -> new Standing.Joined();
          default -> new Standing.Failed("the port is taken");
        });
    JsonPath cluster = cluster();
    JsonPath health = JsonPath.from(poster.get("/q/health/ready").body());

    String check = "checks.find { it.name == 'cache' }.";
    assertThat(cluster.getString("cache.state")).isEqualTo(state);
    assertThat(health.getString(check + "status")).isEqualTo("UP");
    assertThat(health.getString(check + "data.state")).isEqualTo(state);
    assertThat(health.getString(check + "data.coordinator")).isEqualTo(cluster.getString("router"));
    String reason = state.equals("failed") ? "the port is taken" : null;
    assertThat(cluster.getString("cache.reason")).isEqualTo(reason);
    assertThat(health.getString(check + "data.reason")).isEqualTo(reason);
  }

  @Test
  void isTheOnlyMemberWhereTheCacheIsSharedWithNobody() {
    JsonPath cluster = cluster();

    assertThat(cluster.getList("cache.members.name")).containsExactly(cluster.getString("router"));
    assertThat(cluster.getBoolean("cache.members[0].coordinator")).isTrue();
    assertThat(cluster.getList("cache.views")).hasSize(1);
  }

  private JsonPath cluster() {
    HttpResponse<String> answer = poster.get("/cluster");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.from(answer.body());
  }
}
