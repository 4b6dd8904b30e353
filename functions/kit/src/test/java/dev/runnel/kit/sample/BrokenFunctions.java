package dev.runnel.kit.sample;

import dev.runnel.kit.FunctionProblem;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A function for every way to go wrong. */
public class BrokenFunctions {

  /** One permit for each {@code waits-forever} that has begun. */
  public static final Semaphore WAITING = new Semaphore(0);

  /** One permit for each {@code waits-forever} that was interrupted. */
  public static final Semaphore INTERRUPTED = new Semaphore(0);

  @Funq("throws")
  public Greeting throwsException(Guest guest) {
    throw new IllegalStateException("the secret of " + guest.name());
  }

  @Funq("throws-error")
  public Greeting throwsError() {
    throw new StackOverflowError();
  }

  @Funq("throws-problem")
  public Greeting throwsProblem() {
    throw FunctionProblem.of(422, "guest-unknown", "there is no such guest; invite them", "/name");
  }

  @Funq("fails-later")
  public Uni<Greeting> failsLater() {
    return Uni.createFrom().failure(new IllegalStateException("the secret"));
  }

  @Funq("fails-later-with-problem")
  public Uni<Greeting> failsLaterWithProblem() {
    return Uni.createFrom()
        .failure(() -> FunctionProblem.of(503, "kitchen-closed", "come back later", null));
  }

  @Funq("answers-one-of-several")
  public Greeting answersOneOfSeveral() {
    return new Greeting("which?");
  }

  @Funq("answers-undeclared")
  public CloudEvent<Greeting> answersUndeclared() {
    return CloudEventBuilder.create().type("guest.ejected").build(new Greeting("out"));
  }

  @Funq("answers-bad-extension")
  public CloudEvent<Greeting> answersBadExtension() {
    return CloudEventBuilder.create()
        .extensions(Map.of("Not Allowed", "x"))
        .build(new Greeting("no"));
  }

  @Funq("answers-events-unnamed")
  public List<CloudEvent<Greeting>> answersEventsUnnamed() {
    return Collections.nCopies(2, CloudEventBuilder.create().build(new Greeting("one")));
  }

  @Funq("answers-a-hole")
  @SuppressWarnings("NullAway") // null is what is tested
  public List<CloudEvent<Greeting>> answersAHole() {
    return Arrays.asList(CloudEventBuilder.create().build(new Greeting("one")), null);
  }

  @Funq("answers-only-a-hole")
  @SuppressWarnings("NullAway") // null is what is tested
  public List<CloudEvent<Greeting>> answersOnlyAHole() {
    return Collections.singletonList(null);
  }

  @Funq("answers-event-and-value")
  public List<Object> answersEventAndValue() {
    return List.of(CloudEventBuilder.create().build(new Greeting("one")), "two");
  }

  @Funq("answers-one-undeclared")
  public List<CloudEvent<Greeting>> answersOneUndeclared() {
    return List.of(
        CloudEventBuilder.create().type("guest.greeted").build(new Greeting("in")),
        CloudEventBuilder.create().type("guest.ejected").build(new Greeting("out")));
  }

  @Funq("answers-many-events")
  public List<CloudEvent<Greeting>> answersManyEvents(int events) {
    return Collections.nCopies(events, CloudEventBuilder.create().build(new Greeting("one")));
  }

  @Funq("answers-too-much-together")
  public List<CloudEvent<String>> answersTooMuchTogether(int bytes) {
    return Collections.nCopies(2, CloudEventBuilder.create().build("x".repeat(bytes)));
  }

  @Funq("answers-too-much")
  public String answersTooMuch() {
    return "x".repeat(2 << 20);
  }

  @Funq("answers-unwritable")
  public Unwritable answersUnwritable() {
    return new Unwritable();
  }

  @Funq("waits-forever")
  public Greeting waitsForever() {
    WAITING.release();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      INTERRUPTED.release();
      Thread.currentThread().interrupt();
    }
    return new Greeting("too late");
  }

  @Funq("breaks-off")
  public Greeting breaksOff() throws InterruptedException {
    WAITING.release();
    try {
      new CountDownLatch(1).await();
      return new Greeting("too late");
    } finally {
      INTERRUPTED.release();
    }
  }

  /** Throws while it is written as JSON. */
  public static class Unwritable {
    public String getText() {
      throw new IllegalStateException("the secret");
    }
  }
}
