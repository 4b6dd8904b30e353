package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function that returns a list of events answers. */
@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus and before each test
class SeveralEventsTest {
  @Inject FunctionBinding binding;
  private SampleCalls calls;

  @BeforeEach
  void callInTheJvm() {
    calls = new SampleCalls(binding);
  }

  private List<Event> events(String function, String data) {
    return calls.events(function, SampleCalls.event(Data.json(data)));
  }

  @Test
  void stampsEachEventForItsPlace() {
    Event call = SampleCalls.event(Data.json("{\"name\":\"Ada\",\"times\":2}"));

    assertThat(calls.events("answers-events", call))
        .extracting(Event::id, Event::source, Event::type, event -> event.data().text())
        .containsExactly(
            tuple(
                StableId.of(call, "answers-events", 0),
                "/functions/answers-events",
                "guest.greeted",
                "{\"text\":\"Hello Ada\"}"),
            tuple(
                StableId.of(call, "answers-events", 1),
                "/functions/answers-events",
                "guest.greeted",
                "{\"text\":\"Hello Ada\"}"));
  }

  @Test
  void answersAnEmptyListOfEventsWithNothing() {
    assertThat(events("answers-events", "{\"name\":\"Ada\",\"times\":0}")).isEmpty();
  }

  @Test
  void leavesAnEmptyListOfValuesAValue() {
    assertThat(calls.text("answers-empty-list", Data.NONE)).isEqualTo("[]");
  }

  @Test
  void takesAnyCollectionThatComesLater() {
    assertThat(calls.text("answers-events-later", Data.NONE)).isEqualTo("\"later\"");
  }

  @Test
  void keepsWhatEachEventIs() {
    List<Event> events = events("answers-mixed-events", "{}");

    assertThat(events)
        .extracting(Event::type)
        .containsExactly("guest.greeted", "guest.painted", "guest.greeted");
    assertThat(events)
        .extracting(Event::data)
        .containsExactly(
            Data.json("{\"text\":\"Hello\"}"), new Data("image/png", new byte[] {0, 1}), Data.NONE);
    assertThat(events.getLast().attribute("subject")).isEqualTo("nobody");
  }

  @Test
  void findsEventsThatTheMethodDoesNotDeclare() {
    assertThat(events("answers-undeclared-events", "{}"))
        .extracting(event -> event.data().text())
        .containsExactly("{\"text\":\"one\"}", "\"two\"");
  }

  @Test
  void takesAsManyEventsAsThereMayBe() {
    assertThat(events("answers-many-events", "1000")).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "answers-a-hole, 0, a CloudEvent at every place",
    "answers-only-a-hole, 0, a CloudEvent at every place",
    "answers-event-and-value, 0, a CloudEvent at every place",
    "answers-one-undeclared, 0, expected one of [guest.greeted]",
    "answers-events-unnamed, 0, under produces",
    "answers-many-events, 1001, more than 1000 events",
    "answers-too-much-together, 524288, bytes together",
    "answers-too-much-together, 524200, bytes together",
  })
  void refusesTheWholeListForWhatIsWrongWithOne(String function, String data, String expected) {
    var failed = calls.failure(function, Data.json(data));

    assertThat(failed.problem().code()).isEqualTo("malformed-reply");
    assertThat(failed.problem().detail()).contains(expected);
    assertThat(failed.notRun()).isFalse();
  }
}
