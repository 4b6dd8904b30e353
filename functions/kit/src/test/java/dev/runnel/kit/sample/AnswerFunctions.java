package dev.runnel.kit.sample;

import dev.runnel.kit.FunctionProblem;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A function for every kind of answer. */
public class AnswerFunctions {
  private final Visits visits;

  AnswerFunctions(Visits visits) {
    this.visits = visits;
  }

  @Funq("answers-nothing")
  public void answersNothing(Guest guest) {}

  @Funq("answers-null")
  @SuppressWarnings("NullAway") // null is what is tested
  public Greeting answersNull(Guest guest) {
    return null;
  }

  @Funq("answers-text")
  public String answersText() {
    return "\"quoted\"";
  }

  @Funq("answers-later")
  public Uni<Greeting> answersLater(Guest guest) {
    return Uni.createFrom().item(Greeting.to(guest)).onItem().delayIt().by(Duration.ofMillis(20));
  }

  @Funq("answers-event")
  public CloudEvent<Greeting> answersEvent(Guest guest) {
    return CloudEventBuilder.create()
        .id("my-own")
        .source("/my/own")
        .type(guest.times() > 1 ? "guest.welcomed" : "guest.greeted")
        .subject("guests/" + guest.name())
        .time(OffsetDateTime.parse("2026-01-02T03:04Z"))
        .dataSchema("https://example.com/greeting")
        .extensions(Map.of("mood", "friendly 100%"))
        .build(Greeting.to(guest));
  }

  @Funq("answers-image")
  public CloudEvent<byte[]> answersImage() {
    return CloudEventBuilder.create()
        .type("guest.painted")
        .build(new byte[] {1, 2, 3}, "image/png");
  }

  @Funq("answers-bare-event")
  public CloudEvent<Void> answersBareEvent() {
    return CloudEventBuilder.create().build();
  }

  @Funq("answers-what-it-got")
  public CloudEvent<Greeting> answersWhatItGot(CloudEvent<Guest> event) {
    var extensions = new TreeMap<>(event.extensions());
    extensions.put("traceparent", "own");
    return CloudEventBuilder.create().extensions(extensions).build(Greeting.to(event.data()));
  }

  /** As many greetings as the guest asks for. */
  @Funq("answers-events")
  public List<CloudEvent<Greeting>> answersEvents(Guest guest) {
    if (guest.name() == null) {
      throw FunctionProblem.badData("there is no name; expected a text", "/name");
    }
    return Stream.generate(() -> greeted(guest)).limit(guest.times()).toList();
  }

  private static CloudEvent<Greeting> greeted(Guest guest) {
    return CloudEventBuilder.create().type("guest.greeted").build(Greeting.to(guest));
  }

  @Funq("answers-events-later")
  public Uni<Set<CloudEvent<String>>> answersEventsLater() {
    return Uni.createFrom().item(Set.of(CloudEventBuilder.create().build("later")));
  }

  @Funq("answers-mixed-events")
  public List<CloudEvent<?>> answersMixedEvents() {
    return List.of(
        CloudEventBuilder.create().type("guest.greeted").build(new Greeting("Hello")),
        CloudEventBuilder.create().type("guest.painted").build(new byte[] {0, 1}, "image/png"),
        CloudEventBuilder.create().type("guest.greeted").subject("nobody").build());
  }

  @Funq("answers-undeclared-events")
  public Collection<?> answersUndeclaredEvents() {
    return List.of(
        CloudEventBuilder.create().build(new Greeting("one")),
        CloudEventBuilder.create().build("two"));
  }

  @Funq("answers-empty-list")
  public List<String> answersEmptyList() {
    return List.of();
  }

  @Funq("answers-visits")
  public List<Integer> answersVisits() {
    return List.of(visits.next(), visits.next());
  }

  @Funq("answers-generics")
  public List<Optional<Greeting>> answersGenerics() {
    return List.of(Optional.of(new Greeting("Hello")));
  }
}
