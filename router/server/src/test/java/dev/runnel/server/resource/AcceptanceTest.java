package dev.runnel.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two forms a caller gets, row by row. */
class AcceptanceTest {

  private static final List<String> OFFERED = List.of("application/json", "text/plain");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                        | application/json",
        "text/plain                              | text/plain",
        "TEXT/Plain; charset=utf-8               | text/plain",
        "text/*                                  | text/plain",
        "application/*                           | application/json",
        "*/*                                     | application/json",
        "text/plain, application/json            | text/plain",
        "application/json, text/plain            | application/json",
        "text/plain;q=0.5, application/json      | application/json",
        "application/json;q=0.5, text/*;q=0.501  | text/plain",
        "*/*, text/plain                         | text/plain",
        "*/*;q=0.9, text/plain;q=0.1             | application/json",
        "text/html, application/xml;q=0.9, */*;q=0.8 | application/json",
        "application/json;q=0, */*               | text/plain",
        "text/*, text/plain;q=0, */*;q=0.1       | application/json",
        "text/html                               | none",
        "text/plain;q=0                          | none",
        "application/json;q=0.000, text/*;q=0    | none",
        "*/*;q=0                                 | none",
        "text/plain;q=2                          | application/json",
        "text/plain;q=x, nonsense, ;;            | application/json",
        "'*'                                     | application/json"
      })
  void choosesByWeightThenByClosenessThenByOrder(String accept, String chosen) {
    assertThat(Acceptance.of(List.of(accept)).best(OFFERED).orElse("none")).isEqualTo(chosen);
  }

  @Test
  void takesSeveralHeadersForOneList() {
    assertThat(Acceptance.of(List.of("image/png", "text/plain")).best(OFFERED))
        .contains("text/plain");
  }

  @Test
  void givesTheFirstToWhoDoesNotSay() {
    assertThat(Acceptance.of(List.of()).best(OFFERED)).contains("application/json");
    assertThat(Acceptance.of(List.of("")).best(OFFERED)).contains("application/json");
  }
}
