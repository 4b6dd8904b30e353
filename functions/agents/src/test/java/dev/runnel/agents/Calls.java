package dev.runnel.agents;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of the functions as the router and as anybody else makes them. */
final class Calls {

  private Calls() {}

  /** What the router hands to a function that runs after {@code tensor-encode}. */
  static String task(String data, List<@Nullable Float> vector) {
    return """
        {"event": {"specversion": "1.0", "id": "1", "source": "/t", "type": "t", "data": %s},
         "results": {"tensor-encode": {"vector": %s, "dimensions": 384, "model": "m"}}}
        """
        .formatted(data, vector);
  }

  /** Calls a function within a run. */
  static ValidatableResponse inRun(String function, String data, List<@Nullable Float> vector) {
    return event()
        .header("ce-runnelrun", "run-1")
        .body(task(data, vector))
        .post("/" + function)
        .then();
  }

  /** Posts an event to a function, without a router. */
  static ValidatableResponse post(String function, String data) {
    return event().body(data).post("/" + function).then();
  }

  private static RequestSpecification event() {
    return RestAssured.given()
        .headers(Map.of("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/t", "ce-type", "t"))
        .contentType(ContentType.JSON);
  }
}
