package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Sequel;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.journal.Lives;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions that take what belongs together one after the other. */
@QuarkusTest
class OrderTest extends RouterTest {

  private static final String KEY = "partitionkey";
  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  @Inject Lives lives;

  @Test
  void startsTheNextOfAKeyWhenTheOneBeforeIsOver() {
    Hold hold = Hold.one();
    functions.script("ledger", (call, nth) -> nth == 1 ? hold.answer(call, nth) : now("2"));
    Event first = posted("k");
    hold.awaitCalls();
    Event second = posted("k");

    Event other = ledger("other");
    poster.postAndWait(other);

    assertThat(calls()).containsExactly(first.id(), other.id());
    hold.release("1");
    awaitQuiet();
    assertThat(calls()).containsExactly(first.id(), other.id(), second.id());
  }

  @Test
  void callsTheFunctionForNoKeyTwiceAtATime() {
    Queue<String> done = new ConcurrentLinkedQueue<>();
    Map<String, AtomicInteger> atATime = new ConcurrentHashMap<>();
    functions.script(
        "ledger",
        (call, nth) -> {
          String key = call.event().attribute(KEY);
          var going = atATime.computeIfAbsent(key, _ -> new AtomicInteger());
          String overlap = going.incrementAndGet() == 1 ? "" : "overlap ";
          return now("1")
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(1 + nth % 3))
              .invoke(_ -> done.add(overlap + call.event().id()))
              .invoke(_ -> going.decrementAndGet());
        });

    List<Event> posted = IntStream.range(0, 60).mapToObj(i -> posted("key " + i % 4)).toList();
    awaitQuiet();

    assertThat(done).hasSize(60);
    Map<String, List<Event>> byKey = posted.stream().collect(groupingBy(it -> it.attribute(KEY)));
    byKey.forEach(
        (key, events) ->
            assertThat(done)
                .filteredOn(id -> events.stream().anyMatch(event -> id.endsWith(event.id())))
                .containsExactlyElementsOf(events.stream().map(Event::id).toList()));
  }

  @Test
  void keepsTheOrderOfABatch() {
    functions.answers("ledger", "1");
    List<Event> batch = IntStream.range(0, 50).mapToObj(i -> ledger("k")).toList();

    HttpResponse<String> answer =
        poster.postBatch(
            batch.stream().map(event -> new String(EventWriter.structured(event), UTF_8)).toList());
    awaitQuiet();

    assertThat(JsonPath.from(answer.body()).<Integer>getList("status")).containsOnly(202);
    assertThat(calls()).containsExactlyElementsOf(batch.stream().map(Event::id).toList());
  }

  @Test
  void holdsUpOnlyTheKeyOfAStepThatIsTriedAgain() {
    Hold hold = Hold.one();
    functions.script(
        "ledger",
        (call, nth) ->
            switch (nth) {
              case 1 -> Uni.createFrom().item(ScriptedFunctions.failed(503, "not yet"));
              case 2 -> hold.answer(call, nth);
              default -> now("1");
            });
    Event first = posted("k");
    hold.awaitCalls();
    Event second = posted("k");
    Event other = ledger("other");
    poster.postAndWait(other);

    hold.release("1");
    awaitQuiet();

    assertThat(calls()).containsExactly(first.id(), first.id(), other.id(), second.id());
  }

  @Test
  void goesOnPastARunThatIsCancelled() {
    Hold hold = Hold.one();
    functions.script("ledger", (call, nth) -> nth == 1 ? hold.answer(call, nth) : now("1"));
    Event first = ledger("k");
    String going = Poster.location(poster.post(first));
    hold.awaitCalls();
    String waiting = Poster.location(poster.post(ledger("k")));
    Event last = posted("k");

    awaitShown(waiting, "waiting");
    awaitShown(going, "running");
    assertThat(cancel(waiting)).isEqualTo(202);
    assertThat(calls()).containsExactly(first.id());
    assertThat(cancel(going)).isEqualTo(202);

    awaitQuiet();
    hold.awaitCancellation();
    assertThat(calls()).containsExactly(first.id(), last.id());
  }

  @Test
  void sendsWhatIsRedrivenToTheEndOfItsKey() {
    Hold hold = Hold.one();
    functions.script(
        "ledger",
        (call, nth) ->
            switch (nth) {
              case 1 -> Uni.createFrom().item(ScriptedFunctions.failed(400, "not so"));
              case 2 -> hold.answer(call, nth);
              default -> now("1");
            });
    Event first = ledger("k");
    String run = poster.postAndWait(first).getString("run");
    Event second = posted("k");
    hold.awaitCalls();
    Event third = posted("k");

    assertThat(poster.send("POST", "/runs/" + run + "/resume", "").statusCode()).isEqualTo(202);
    assertThat(calls()).containsExactly(first.id(), second.id());
    hold.release("1");
    awaitQuiet();

    assertThat(calls()).containsExactly(first.id(), second.id(), third.id(), first.id());
  }

  @Test
  void goesOnPastAStepThatIsNotCalled() {
    Hold hold = Hold.one();
    functions.script(
        "check",
        (call, nth) ->
            nth == 1
                ? hold.answer(call, nth).map(_ -> ScriptedFunctions.failed(400, "no"))
                : now("1"));
    poster.post(Poster.event("settle.wanted", "{}").with(Map.of("subject", "s")));
    hold.awaitCalls();
    Event second = Poster.event("settle.wanted", "{}").with(Map.of("subject", "s"));
    poster.post(second);
    Event other = Poster.event("settle.wanted", "{}");
    poster.postAndWait(other);
    assertThat(ids("settle")).containsExactly(other.id());

    hold.release("1");
    awaitQuiet();

    assertThat(ids("settle")).containsExactly(other.id(), second.id());
  }

  @Test
  void keepsTheOrderInAnotherLife() {
    routers.recovers(true);
    Hold hold = Hold.one();
    functions.script("ledger", (call, nth) -> nth == 1 ? hold.answer(call, nth) : now("1"));
    Event first = posted("k");
    hold.awaitCalls();
    List<Event> others = IntStream.range(0, 10).mapToObj(i -> posted("k")).toList();

    String name = lives.current().orElseThrow().member().router();
    routers.join(name).await().indefinitely(); // somebody of the same name: this life is over
    hold.awaitCancellation();
    awaitCalls(12);
    awaitQuiet();
    routers.recovers(false);

    assertThat(calls())
        .startsWith(first.id(), first.id())
        .endsWith(others.stream().map(Event::id).toArray(String[]::new))
        .hasSize(12);
  }

  @Test
  void waitsForWhatAnotherRouterDoes() {
    Event known = ledger("k");
    poster.postAndWait(known);
    Membership elsewhere = routers.join("elsewhere").await().indefinitely();
    Journal other = routers.journal(elsewhere);
    Decision begun = alike(known);
    other.begin(List.of(NewRun.of(begun.events()))).await().indefinitely();
    Event waiting = posted("k");
    Event free = ledger("other");
    poster.postAndWait(free);
    assertThat(calls()).containsExactly(known.id(), free.id());

    Run run = begun.next();
    Decision over = run.on(new Fact.CancelRequested(Instant.now(), false), new Random(1));
    other
        .append(new Sequel(run.id(), 1, over.events(), Placing.of(run, over)), List.of())
        .await()
        .indefinitely();

    awaitQuiet();
    assertThat(calls()).containsExactly(known.id(), free.id(), waiting.id());
  }

  /** A run like the one of this event, of another one with the same key. */
  private Decision alike(Event known) {
    String run = Poster.location(poster.post(known)).substring("/runs/".length());
    Journal mine = lives.current().orElseThrow().journal();
    var began = (RunEvent.Began) mine.read(run).await().indefinitely().getFirst();
    Event event = ledger("k");
    String id = "run of another router";
    return Run.begin(
        new RunEvent.Began(
            began.at(), id, event, began.plan(), began.deadline(), Lineage.outside(id, event)));
  }

  private void awaitCalls(int count) {
    for (int i = 0; calls().size() < count; i++) {
      assertThat(i).as("looks at calls that are not made").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int cancel(String run) {
    return poster.send("POST", run + "/cancel", "").statusCode();
  }

  private List<String> calls() {
    return ids("ledger");
  }

  private List<String> ids(String function) {
    return functions.callsOf(function).stream().map(Event::id).toList();
  }

  private Event posted(String key) {
    Event event = ledger(key);
    assertThat(poster.post(event).statusCode()).isEqualTo(202);
    return event;
  }

  private static Event ledger(String key) {
    return Poster.event("ledger.wanted", "{}").with(Map.of(KEY, key));
  }

  private static Uni<CallResult> now(String json) {
    return Uni.createFrom().item(ScriptedFunctions.succeeded(json));
  }
}
