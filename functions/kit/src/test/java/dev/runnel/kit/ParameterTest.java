package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus and before each test
class ParameterTest {
  @Inject FunctionBinding binding;
  private SampleCalls calls;

  @BeforeEach
  void callInTheJvm() {
    calls = new SampleCalls(binding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "takes-record | {'name':'Ada','times':1,'more':[]} | {'text':'Hello Ada'}",
        "takes-list | [{'times':2},{'times':3}] | 5",
        "takes-map | {'b':2,'a':1} | {'b':2,'a':1}",
        "takes-tree | [null,1.5] | [null,1.5]",
        "takes-tree | null | null",
        "takes-text | 'Zürich' | 'Zürich'",
        "takes-nothing | {} | {'text':'Hello world'}",
        "takes-context | {'name':'Ada','times':1} | 'Ada e1 Ada'",
        "takes-output | {'x':1} | {'x':1}",
      })
  void readsJson(String function, String data, String expected) {
    assertThat(calls.text(function, Data.json(data.replace('\'', '"'))))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "takes-record | {'name':'Ada','times':'hush'} | /times",
        "takes-record | {'name':{'hush':1},'times':1} | /name",
        "takes-record | {'name':'Ada','times':null} | /times",
        "takes-record | {'name':'Ada'} | /times",
        "takes-record | {'name':'Ada','times':101} | /times",
        "takes-record | {'name':'Ada','times':1} hush | line 1, column 26",
        "takes-record | {'name':hush} | line 1, column 9",
        "takes-record | ['hush'] | line 1, column 1",
        "takes-record | null | -",
        "takes-list | [{'times':1},{'times':'hush'}] | /1/times",
        "takes-map | {'a/b~c':'hush'} | /a~1b~0c",
        "takes-text | {'hush':1} | line 1, column 1",
        "takes-event | 'hush' | line 1, column 1",
      })
  void refusesJsonThatDoesNotFitAndSaysWhere(String function, String data, String path) {
    var failed = calls.failure(function, Data.json(data.replace('\'', '"')));

    assertThat(failed.problem().code()).isEqualTo("malformed-data");
    assertThat(failed.problem().status()).isEqualTo(400);
    assertThat(failed.problem().path()).isEqualTo(path);
    assertThat(failed.problem().detail()).doesNotContain("hush", "Exception", "dev.runnel");
    assertThat(failed.notRun()).isTrue();
  }

  @Test
  void refusesJsonThatIsDeeperThanTheLimits() {
    var failed = calls.failure("takes-tree", Data.json("[".repeat(1000) + "]".repeat(1000)));

    assertThat(failed.problem().code()).isEqualTo("malformed-data");
  }

  @Test
  void refusesNoDataWhereAValueIsNeeded() {
    for (String function : new String[] {"takes-record", "takes-tree", "takes-text"}) {
      assertThat(calls.problem(function, Data.NONE).code()).isEqualTo("malformed-data");
    }
  }

  @Test
  void triesDataWithoutAMediaTypeAsJson() {
    var data = new Data(null, SampleCalls.ADA.getBytes(UTF_8));

    assertThat(calls.text("takes-record", data)).isEqualTo("{\"text\":\"Hello Ada\"}");
  }

  @Test
  void takesAnyJsonMediaTypeAndNoOther() {
    byte[] ada = SampleCalls.ADA.getBytes(UTF_8);

    assertThat(calls.text("takes-record", new Data("Application/Vnd.Guest+JSON; v=1", ada)))
        .isEqualTo("{\"text\":\"Hello Ada\"}");
    assertThat(calls.problem("takes-record", new Data("text/plain", ada)).path())
        .isEqualTo("datacontenttype");
  }

  @Test
  void readsTextOfOtherMediaTypesAsItIs() {
    assertThat(calls.text("takes-text", new Data("text/plain", "Zürich".getBytes(UTF_8))))
        .isEqualTo("\"Zürich\"");
    assertThat(calls.problem("takes-text", new Data("text/plain", new byte[] {-1})).code())
        .isEqualTo("malformed-data");
  }

  @Test
  void handsBytesOverUnchanged() {
    byte[] bytes = {0, -1, 13, 10};

    assertThat(calls.answer("takes-bytes", new Data("image/png", bytes)).data())
        .isEqualTo(new Data("application/octet-stream", bytes));
    assertThat(calls.answer("takes-bytes", Data.NONE).data().bytes()).isEmpty();
  }

  @Test
  void handsTheWholeEventOver() {
    Event event =
        SampleCalls.event(Data.json(SampleCalls.ADA))
            .with(
                Map.of(
                    "subject",
                    "door",
                    "time",
                    "2026-06-30T23:59:60Z",
                    "dataschema",
                    "https://example.com/guest",
                    "mood",
                    "good"));

    assertThat(calls.answer("takes-event", event).data().text())
        .isEqualTo(
            "\"e1 /tests guest.arrived door 2026-06-30T23:59:59Z https://example.com/guest"
                + " application/json {mood=good} Ada\"");
  }

  @Test
  void wrapsAnEventForAFunctionThatTakesEverything() {
    String all = calls.text("takes-all", new Data(null, SampleCalls.ADA.getBytes(UTF_8)));

    assertThat(all)
        .isEqualTo(
            "{\"event\":{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"/tests\","
                + "\"type\":\"guest.arrived\",\"datacontenttype\":\"application/json\",\"data\":"
                + SampleCalls.ADA
                + "},\"results\":{}}");
  }

  @Test
  void wrapsNothingWithinARun() {
    Event event =
        SampleCalls.event(Data.json("{\"event\":{},\"results\":{\"a\":1}}"))
            .with(Map.of("runnelrun", "r1"));

    assertThat(calls.answer("takes-all", event).data().text())
        .isEqualTo("{\"event\":{},\"results\":{\"a\":1}}");
  }
}
