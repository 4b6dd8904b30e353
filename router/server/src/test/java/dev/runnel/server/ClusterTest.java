package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the router says of the routers that there are. */
@QuarkusTest
class ClusterTest extends RouterTest {

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
