package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may read and change what functions keep. */
@QuarkusTest
class StateAccessTest extends KeptState {

  @Test
  void opensOnlyToATokenThatIsRight() {
    String right = token("server");
    String other = token("mine");
    own("PUT", "/state/plain/a", "1");

    for (String wrong :
        List.of(
            "",
            "Bearer",
            "Bearer x",
            "Bearer .",
            "Bearer " + right.substring(0, right.length() - 1),
            "Bearer " + right + "A",
            "Bearer server" + other.substring(other.indexOf('.')),
            "Basic " + right,
            "Bearer " + right.replace("server.", "serves."))) {
      for (String path : List.of("/state/plain/a", "/state/plain", "/state/absent/a")) {
        HttpResponse<String> refused = poster.send("GET", path, "", "Authorization", wrong);
        assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
            .startsWith("Bearer realm=\"runnel\"")
            .endsWith("error=\"invalid_token\"");
        assertThat(refused.body()).contains("\"unauthenticated\"");
      }
    }
    HttpResponse<String> without = poster.send("PUT", "/state/plain/a", "");
    assertThat(without.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"runnel\"");
    assertThat(poster.send("GET", "/state/plain/a", "", "Authorization", "bearer " + right).body())
        .isEqualTo("1");
  }

  @Test
  void tellsStrangersNothingOfWhatThereIs() {
    own("PUT", "/state/plain/there", "1");

    for (String method : List.of("GET", "PUT", "DELETE")) {
      HttpResponse<String> there = as("stranger", method, "/state/plain/there", "");
      HttpResponse<String> absent = as("stranger", method, "/state/plain/other", "");
      assertThat(List.of(there.statusCode(), absent.statusCode())).containsOnly(403);
      assertThat(there.body().replace("there", "other")).isEqualTo(absent.body());
    }
    assertThat(as("stranger", "GET", "/state/plain", "").statusCode()).isEqualTo(403);
  }

  @Test
  void opensToWhomItIsGranted() {
    own("PUT", "/state/plain/a", "1");

    assertThat(as("reader", "GET", "/state/plain/a", "").statusCode()).isEqualTo(200);
    assertThat(as("reader", "GET", "/state/plain", "").statusCode()).isEqualTo(200);
    assertThat(as("reader", "PUT", "/state/plain/a", "2").statusCode()).isEqualTo(403);
    assertThat(as("reader", "DELETE", "/state/plain/a", "").statusCode()).isEqualTo(403);
    assertThat(as("writer", "PUT", "/state/plain/a", "2").statusCode()).isEqualTo(204);
  }
}
