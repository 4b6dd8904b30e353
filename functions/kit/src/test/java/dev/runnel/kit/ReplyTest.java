package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus and before each test
class ReplyTest {
  private static final Data ADA = Data.json(SampleCalls.ADA);

  @Inject FunctionBinding binding;
  private SampleCalls calls;

  @BeforeEach
  void callInTheJvm() {
    calls = new SampleCalls(binding);
  }

  @Test
  void answersNothingForVoidAndNull() {
    assertThat(calls.events("answers-nothing", SampleCalls.event(ADA))).isEmpty();
    assertThat(calls.events("answers-null", SampleCalls.event(ADA))).isEmpty();
  }

  @Test
  void makesAPlainValueAnEventOfTheOneTypeThatIsProduced() {
    Event answer = calls.answer("takes-record", ADA);

    assertThat(answer.attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "specversion", "1.0",
                "id", StableId.of(SampleCalls.event(ADA), "takes-record", 0),
                "source", "/functions/takes-record",
                "type", "guest.greeted"));
    assertThat(answer.data()).isEqualTo(Data.json("{\"text\":\"Hello Ada\"}"));
  }

  @Test
  void makesAPlainValueAnOutcomeWhereNothingIsProduced() {
    Event answer = calls.answer("answers-text", Data.NONE);

    assertThat(answer.type()).isEqualTo("dev.runnel.outcome");
    assertThat(answer.data()).isEqualTo(Data.json("\"\\\"quoted\\\"\""));
  }

  @Test
  void waitsForAResultThatComesLater() {
    assertThat(calls.text("answers-later", ADA)).isEqualTo("{\"text\":\"Hello Ada\"}");
  }

  @Test
  void writesGenericAnswersByTheirDeclaredType() {
    assertThat(calls.text("answers-generics", Data.NONE)).isEqualTo("[{\"text\":\"Hello\"}]");
  }

  @Test
  void keepsWhatAFunctionSaysAboutItsEventAndStampsTheRest() {
    Event call =
        SampleCalls.event(ADA)
            .with(Map.of("runnelhops", "2", "runnelrun", "r1", "traceparent", "00-1-2-01"));

    Event answer = calls.answer("answers-event", call);

    var expected = new TreeMap<String, String>();
    expected.put("specversion", "1.0");
    expected.put("id", StableId.of(call, "answers-event", 0));
    expected.put("source", "/functions/answers-event");
    expected.put("type", "guest.greeted");
    expected.put("subject", "guests/Ada");
    expected.put("time", "2026-01-02T03:04:00Z");
    expected.put("dataschema", "https://example.com/greeting");
    expected.put("mood", "friendly 100%");
    expected.put("runnelhops", "2");
    expected.put("traceparent", "00-1-2-01");
    assertThat(answer).isEqualTo(new Event(expected, Data.json("{\"text\":\"Hello Ada\"}")));
  }

  @Test
  void letsAFunctionChooseAmongItsTypes() {
    Data twice = Data.json("{\"name\":\"Ada\",\"times\":2}");

    assertThat(calls.answer("answers-event", twice).type()).isEqualTo("guest.welcomed");
  }

  @Test
  void keepsBytesAndTheirMediaType() {
    assertThat(calls.answer("answers-image", Data.NONE).data())
        .isEqualTo(new Data("image/png", new byte[] {1, 2, 3}));
  }

  @Test
  void givesABareEventTheOnlyTypeThereIs() {
    Event answer = calls.answer("answers-bare-event", Data.NONE);

    assertThat(answer.type()).isEqualTo("guest.noticed");
    assertThat(answer.data()).isEqualTo(Data.NONE);
  }

  @Test
  void givesEveryCallARequestScopeOfItsOwn() {
    assertThat(calls.text("answers-visits", Data.NONE)).isEqualTo("[1,2]");
    assertThat(calls.text("answers-visits", Data.NONE)).isEqualTo("[1,2]");
  }

  @Test
  void refusesAPlainValueWhereItCouldBeOfSeveralTypes() {
    Problem problem = calls.problem("answers-one-of-several", Data.NONE);

    assertThat(problem.code()).isEqualTo("function-failed");
    assertThat(problem.detail()).contains("produces", "CloudEvent");
  }

  @Test
  void refusesATypeThatTheManifestDoesNotName() {
    Problem problem = calls.problem("answers-undeclared", Data.NONE);

    assertThat(problem.code()).isEqualTo("malformed-reply");
    assertThat(problem.detail()).contains("guest.greeted");
  }

  @Test
  void refusesAnEventThatIsNotValid() {
    assertThat(calls.problem("answers-bad-extension", Data.NONE).code())
        .isEqualTo("malformed-reply");
  }

  @Test
  void keepsTheOwnTraceOfAnEventAndDropsWhatIsRunnels() {
    Event call =
        SampleCalls.event(ADA)
            .with(Map.of("runnelrun", "r1", "runnelkey", "k", "mood", "good", "tracestate", "a=1"));

    assertThat(calls.answer("answers-what-it-got", call).attributes())
        .containsEntry("mood", "good")
        .containsEntry("traceparent", "own")
        .doesNotContainKeys("runnelrun", "runnelkey");
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    assertThat(calls.problem("answers-too-much", Data.NONE).code()).isEqualTo("malformed-reply");
  }

  @Test
  void refusesAnAnswerThatCannotBeWritten() {
    Problem problem = calls.problem("answers-unwritable", Data.NONE);

    assertThat(problem.code()).isEqualTo("function-failed");
    assertThat(problem.detail()).doesNotContain("secret");
  }
}
