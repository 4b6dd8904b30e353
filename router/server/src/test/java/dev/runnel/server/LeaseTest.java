package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leases and counters over the wire, and what a lease is good for. */
@QuarkusTest
class LeaseTest extends RouterTest {

  @Test
  void isHeldByOneAtATimeWithATokenThatGrows() {
    HttpResponse<String> first = own("PUT", "/leases/plain/turn?holder=me&ttl=PT1H");
    HttpResponse<String> again = own("PUT", "/leases/server/turn?holder=me");
    HttpResponse<String> other = own("PUT", "/leases/plain/turn?holder=you");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(token(again)).isEqualTo(token(first));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("\"lease-held\"", "me holds it until");
    JsonPath held = JsonPath.from(own("GET", "/leases/plain/turn").body());
    assertThat(held.getString("holder")).isEqualTo("me");
    assertThat(Instant.parse(held.getString("until"))).isAfter(Instant.now());

    String release = "/leases/plain/turn?token=";
    assertThat(own("DELETE", release + (token(first) + 1)).statusCode()).isEqualTo(404);
    assertThat(own("DELETE", release + token(first)).statusCode()).isEqualTo(204);
    assertThat(own("GET", "/leases/plain/turn").statusCode()).isEqualTo(404);
    assertThat(token(own("PUT", "/leases/plain/turn?holder=you"))).isGreaterThan(token(first));
  }

  @Test
  void fencesOffWhoHasLostIt() {
    long first = token(own("PUT", "/leases/plain/fence%2F1?holder=me"));
    String fence = "lease=fence%2F1;token=";
    String key = "/state/plain/fenced";

    assertThat(own("PUT", key, "Runnel-Fence", fence + first).statusCode()).isEqualTo(201);
    own("DELETE", "/leases/plain/fence/1?token=" + first);
    long second = token(own("PUT", "/leases/plain/fence/1?holder=you"));
    for (String method : List.of("PUT", "DELETE")) {
      HttpResponse<String> fenced = own(method, key, "Runnel-Fence", fence + first);
      assertThat(fenced.statusCode()).isEqualTo(412);
      assertThat(fenced.body()).contains("\"fenced\"", "token " + second);
    }
    assertThat(own("DELETE", key, "Runnel-Fence", fence + second).statusCode()).isEqualTo(204);
  }

  @Test
  void countsExactly() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> own("POST", "/counters/plain/all?add=3").statusCode()))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);

    assertThat(value(own("GET", "/counters/plain/all"))).isEqualTo(120);
    assertThat(value(own("POST", "/counters/plain/all?add=-121"))).isEqualTo(-1);
    assertThat(own("DELETE", "/counters/plain/all").statusCode()).isEqualTo(204);
    assertThat(value(own("POST", "/counters/plain/all"))).isEqualTo(1);
    own("DELETE", "/counters/plain/all");
  }

  @Test
  void addsAnOperationOnce() {
    String path = "/counters/plain/once?add=5&operation=a";

    assertThat(value(own("POST", path))).isEqualTo(5);
    assertThat(value(own("POST", path))).isEqualTo(5);
    assertThat(value(own("GET", "/counters/plain/once"))).isEqualTo(5);
    own("DELETE", "/counters/plain/once");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    /leases/plain/a,                    holder",
    "PUT,    /leases/plain/a?holder=,            holder",
    "PUT,    /leases/plain/a?holder=b&ttl=PT2H,  ttl",
    "PUT,    /leases/plain/a?holder=b&ttl=PT0.9S, ttl",
    "DELETE, /leases/plain/a,                    token",
    "DELETE, /leases/plain/a?token=0,            token",
    "GET,    /leases/plain/a%00,                 key",
    "POST,   /counters/plain/a?add=1.5,          add",
    "POST,   /counters/plain/a?add=9999999999999999999, add",
    "GET,    /counters/plain/a?add=1,            add",
  })
  void saysWhatIsWrongWithARequest(String method, String path, String place) {
    HttpResponse<String> refused = own(method, path);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(JsonPath.from(refused.body()).getString("path")).isEqualTo(place);
  }

  private static long token(HttpResponse<String> held) {
    assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
    return JsonPath.from(held.body()).getLong("token");
  }

  private static long value(HttpResponse<String> counter) {
    assertThat(counter.statusCode()).as(counter.body()).isEqualTo(200);
    return JsonPath.from(counter.body()).getLong("value");
  }

  private HttpResponse<String> own(String method, String path, String... headers) {
    String[] all =
        Stream.concat(Stream.of(StateCases.OWN), Stream.of(headers)).toArray(String[]::new);
    return poster.send(method, path, "", all);
  }
}
