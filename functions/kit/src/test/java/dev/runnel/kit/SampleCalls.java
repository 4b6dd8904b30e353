package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import java.time.Duration;
import java.util.List;

/** Calls sample functions in the JVM and takes their answers apart. */
record SampleCalls(FunctionBinding binding) {
  static final String ADA = "{\"name\":\"Ada\",\"times\":1}";

  static Event event(Data data) {
    return Event.of("e1", "/tests", "guest.arrived", data);
  }

  FunctionAnswer call(String function, Event event) {
    return binding.call(function, event).await().atMost(Duration.ofSeconds(30));
  }

  Event answer(String function, Data data) {
    return answer(function, event(data));
  }

  Event answer(String function, Event event) {
    List<Event> events = events(function, event);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  List<Event> events(String function, Event event) {
    FunctionAnswer answer = call(function, event);
    assertThat(answer).isInstanceOf(FunctionAnswer.Answered.class);
    return ((FunctionAnswer.Answered) answer).events();
  }

  String text(String function, Data data) {
    return answer(function, data).data().text();
  }

  FunctionAnswer.Failed failure(String function, Data data) {
    FunctionAnswer answer = call(function, event(data));
    assertThat(answer).isInstanceOf(FunctionAnswer.Failed.class);
    return (FunctionAnswer.Failed) answer;
  }

  Problem problem(String function, Data data) {
    return failure(function, data).problem();
  }
}
