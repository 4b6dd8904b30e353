package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders that ask before they send: CloudEvents' HTTP 1.1 Web Hooks, section 4. */
@QuarkusTest
@TestProfile(WebHookTest.OneOrigin.class)
class WebHookTest extends RouterTest {

  private static final String ORIGIN = "WebHook-Request-Origin";
  private static final String RATE = "WebHook-Request-Rate";

  /** One origin may send, five times a minute. */
  public static final class OneOrigin implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.webhook.origins", "events.example.com", "runnel.webhook.rate", "5");
    }
  }

  @ParameterizedTest
  @CsvSource({"3,3", "5,5", "6,5", "999999999,5", "0,1", "-1,1", "1e99,5", "many,5"})
  void grantsTheRateThatIsAskedForWithinLimits(String asked, String granted) {
    HttpResponse<String> response = options(ORIGIN, "events.example.com", RATE, asked);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Allow")).contains("POST, OPTIONS");
    assertThat(response.headers().firstValue("WebHook-Allowed-Origin"))
        .contains("events.example.com");
    assertThat(response.headers().firstValue("WebHook-Allowed-Rate")).contains(granted);
  }

  @Test
  void namesARateAlsoWhereNoneIsAskedFor() {
    assertThat(options(ORIGIN, "events.example.com").headers().firstValue("WebHook-Allowed-Rate"))
        .contains("5");
  }

  @Test
  void givesNoConsentToOthers() {
    for (String origin :
        new String[] {"evil.example.com", "*", "EVENTS.example.com.evil.org", ""}) {
      assertThat(options(ORIGIN, origin).headers().map())
          .doesNotContainKeys("webhook-allowed-origin", "webhook-allowed-rate");
    }
    assertThat(options("Origin", "events.example.com").headers().map())
        .doesNotContainKeys("webhook-allowed-origin", "webhook-allowed-rate");
  }

  @Test
  void slowsDownASenderThatDeliversFasterThanGranted() {
    for (int i = 0; i < 5; i++) {
      assertThat(deliver().statusCode()).isEqualTo(202);
    }

    HttpResponse<String> refused = deliver();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("\"rate-exceeded\"");
    assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(1, 12);
    assertThat(poster.post(Poster.event("plain.wanted", "{}")).statusCode()).isEqualTo(202);
  }

  private HttpResponse<String> deliver() {
    Event event = Poster.event("plain.wanted", "{}");
    return poster.post(event, ORIGIN, "events.example.com");
  }

  private HttpResponse<String> options(String... headers) {
    return poster.send("OPTIONS", "/", "", headers);
  }
}
