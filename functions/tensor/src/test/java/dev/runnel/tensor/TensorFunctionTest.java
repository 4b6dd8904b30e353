package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TensorFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "tensor-encode", "text.submitted", "{\"text\":\"a cat\"}", "{\"text\":\" \"}");
  }

  @Test
  void answersAVectorOfLengthOne() {
    List<Float> vector =
        post("a cat sits on the mat 🐈")
            .statusCode(200)
            .header("ce-type", "tensor.encoded")
            .body("dimensions", equalTo(384))
            .body("model", equalTo("all-MiniLM-L6-v2"))
            .extract()
            .path("vector");
    assertThat(vector).hasSize(384);
    assertThat(vector.stream().mapToDouble(x -> x * x).sum()).isCloseTo(1, within(1e-5));
  }

  @Test
  void takesTheLongestTextThatItPromisesAndNoLonger() {
    post("x".repeat(TextSubmitted.LONGEST)).statusCode(200);
    post("x".repeat(TextSubmitted.LONGEST + 1))
        .statusCode(400)
        .body("code", equalTo("malformed-data"))
        .body("path", equalTo("/text"))
        .body(
            "detail",
            equalTo("The text has 8,193 characters, at most 8,192 are encoded; send it in parts."));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    post("🐈".repeat(TextSubmitted.LONGEST)).statusCode(200);
  }

  @Test
  void refusesABlankText() {
    post("\n\t ").statusCode(400).body("path", equalTo("/text"));
  }

  private static ValidatableResponse post(String text) {
    return RestAssured.given()
        .headers(
            Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/t",
                "ce-type",
                "text.submitted"))
        .contentType(ContentType.JSON)
        .body(Map.of("text", text))
        .post("/tensor-encode")
        .then();
  }
}
