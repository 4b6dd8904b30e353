package dev.runnel.kit.sample;

import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  @Funq("answers-visits")
  public List<Integer> answersVisits() {
    return List.of(visits.next(), visits.next());
  }

  @Funq("answers-generics")
  public List<Optional<Greeting>> answersGenerics() {
    return List.of(Optional.of(new Greeting("Hello")));
  }
}
