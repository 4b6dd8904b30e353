package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.Lineage.Parent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.Journal;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunQuery;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the events that functions answer with. */
@QuarkusTest
@TestProfile(OutputsTest.Producers.class)
class OutputsTest extends RouterTest {

  @Inject Journal written;

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** Functions that start each other. */
  public static final class Producers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.functions.manifests", "src/test/resources/outputs.yaml");
    }
  }

  @Test
  void startsARunOfItsOwnWithEachEventThatSomebodyWants() {
    functions.emits("order", output("order.placed", "{\"n\":1}"), output("invoice.made", "2"));
    functions.answers("ship", "null");
    Event event = Poster.event("order.wanted", "{}").with(Map.of("traceparent", TRACE));

    JsonPath result = poster.postAndWait(event);
    awaitQuiet();

    assertThat(result.getString("results.order")).isEqualTo("[[n:1], 2]");
    String run = result.getString("run");
    Event call = functions.callsOf("ship").getFirst();
    assertThat(call.attributes())
        .containsEntry("source", "/functions/order")
        .containsEntry("id", run + ".order.1")
        .containsEntry("type", "order.placed")
        .containsEntry("subject", "made")
        .containsEntry("traceparent", TRACE)
        .containsEntry("runnelhops", "1");
    assertThat(call.data().text()).isEqualTo("{\"n\":1}");
    assertThat(children(run))
        .singleElement()
        .satisfies(
            child -> {
              assertThat(child.id()).isEqualTo(call.attribute("runnelrun"));
              assertThat(child.lineage().root()).isEqualTo(run);
              assertThat(child.lineage().parent()).isEqualTo(new Parent(run, "order"));
            });
  }

  @Test
  void takesAnEchoOfAnOutputForADuplicate() {
    functions.emits("order", output("order.placed", "1"));
    String run = poster.postAndWait(Poster.event("order.wanted", "{}")).getString("run");
    awaitQuiet();

    Event echo = Event.of(run + ".order.1", "/functions/order", "order.placed", Data.json("1"));
    HttpResponse<String> again = poster.post(echo);

    assertThat(Poster.location(again)).isEqualTo("/runs/" + children(run).getFirst().id());
    assertThat(functions.called()).containsOnlyOnce("order", "ship");
  }

  @Test
  void refusesAnEventOfATypeThatTheManifestDoesNotName() {
    functions.emits("order", output("order.placed", "1"), output("order.stolen", "1"));

    JsonPath result = poster.postAndWait(Poster.event("order.wanted", "{}"));
    awaitQuiet();

    assertThat(result.getString("failures.order.code")).isEqualTo("malformed-reply");
    assertThat(result.getString("failures.order.detail"))
        .contains("expected one of [order.placed, invoice.made]")
        .doesNotContain("stolen");
    assertThat(functions.called()).contains("order").doesNotContain("ship");
  }

  @Test
  void sendsOutWhatWasAnsweredWhileUndoing() {
    functions.emits("book", output("order.placed", "\"booked\""));
    functions.fails("pay", 402, "no money");
    functions.emits("release", output("order.placed", "\"released\""));

    String run = poster.postAndWait(Poster.event("pay.wanted", "{}")).getString("run");
    awaitQuiet();

    assertThat(functions.callsOf("ship"))
        .extracting(Event::id)
        .containsExactlyInAnyOrder(run + ".book.1", run + ".book.undo.1");
  }

  @Test
  void stopsEventsThatGoRoundInCircles() {
    functions.emits("ping", output("pong.wanted", "1"));
    functions.emits("pong", output("ping.wanted", "1"));

    String run = poster.postAndWait(Poster.event("ping.wanted", "{}")).getString("run");
    awaitQuiet();

    assertThat(functions.called()).filteredOn(name -> name.startsWith("p")).hasSize(16);
    RunBrief last =
        family(run).stream()
            .filter(brief -> !brief.goals().contains("audit"))
            .max(Comparator.comparingInt(brief -> hops(brief.event())))
            .orElseThrow();
    assertThat(hops(last.event())).isEqualTo(16);
    assertThat(last.state()).isEqualTo(RunState.FAILED);
    assertThat(poster.run(last.id()).getString("steps[0].problem.code")).isEqualTo("loop");
    assertThat(poster.run(last.id()).getList("steps[0].attempts")).isEmpty();
  }

  @Test
  void stopsAnEventThatComesBackFromOutsideTooOften() {
    Event event = Poster.event("ping.wanted", "{}").with(Map.of("runnelhops", "16"));

    HttpResponse<String> response = poster.post(event);

    assertThat(response.statusCode()).isEqualTo(202);
    JsonPath run = poster.run(response);
    assertThat(run.getString("state")).isEqualTo("failed");
    assertThat(run.getString("steps[0].problem.code")).isEqualTo("loop");
    assertThat(functions.called()).isEmpty();
    assertThat(poster.postAndWait(event).getString("failures.ping.code")).isEqualTo("loop");
  }

  @Test
  void refusesHopsAndDeadlinesThatCannotBeRead() {
    for (String hops : List.of("-1", "x", "1.0", "99999", " 1")) {
      Event event = Poster.event("ping.wanted", "{}").with(Map.of("runnelhops", hops));
      assertThat(poster.post(event).body()).contains("\"path\":\"runnelhops\"");
    }
    Event event = Poster.event("ping.wanted", "{}").with(Map.of("runneldeadline", "tomorrow"));
    assertThat(poster.post(event).body()).contains("\"path\":\"runneldeadline\"");
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void beginsNoMoreThanAThousandRunsOfOneEvent() {
    functions.emits(
        "burst",
        IntStream.range(0, 700).mapToObj(i -> output("spark.made", "1")).toArray(Event[]::new));
    functions.emits("spark", output("glow.made", "1"));

    String run = poster.postAndWait(Poster.event("burst.wanted", "{}")).getString("run");
    awaitQuiet();

    assertThat(functions.callsOf("spark")).hasSizeBetween(500, 700);
    assertThat(functions.callsOf("spark").size() + functions.callsOf("glow").size())
        .isLessThanOrEqualTo(1_000);
    List<RunBrief> stopped = family(run, Optional.of(RunState.FAILED));
    assertThat(stopped).isNotEmpty();
    assertThat(poster.run(stopped.getFirst().id()).getString("steps[0].problem.code"))
        .isEqualTo("loop");
  }

  @Test
  void tellsOfRunsThatEndedAndNotOfThoseThatWereStartedByIt() {
    functions.emits("audit", output("audit.written", "1"));

    String run = poster.postAndWait(Poster.event("glow.made", "{}")).getString("run");
    awaitQuiet();

    assertThat(functions.called()).containsExactly("glow", "audit", "archive");
    Event told = functions.callsOf("audit").getFirst();
    assertThat(told.attributes())
        .containsEntry("type", "dev.runnel.run.completed")
        .containsEntry("source", "/runs/" + run)
        .containsEntry("runnelhops", "1");
    assertThat(JsonPath.from(told.data().text()).getString("state")).isEqualTo("succeeded");
    assertThat(functions.callsOf("archive").getFirst().attribute("runnelhops")).isEqualTo("2");
  }

  @Test
  void tellsOfRunsThatFailed() {
    functions.fails("ship", 422, "no");

    poster.postAndWait(Poster.event("order.placed", "{}"));
    awaitQuiet();

    assertThat(functions.callsOf("audit"))
        .extracting(Event::type)
        .containsExactly("dev.runnel.run.failed");
  }

  @Test
  void tellsAnewOfARunThatWasRedriven() {
    functions.fails("ship", 422, "no");
    String run = poster.postAndWait(Poster.event("order.placed", "{}")).getString("run");
    awaitQuiet();

    poster.send("POST", "/runs/" + run + "/resume", "");
    awaitQuiet();

    assertThat(functions.callsOf("audit"))
        .extracting(Event::id)
        .containsExactly(run + ".failed", run + ".failed.2");
  }

  @Test
  void tellsOnceOfAFunctionWhoseCallsWait() {
    var probe = new CompletableFuture<Instant>();
    functions.script(
        "glow",
        (call, nth) -> {
          // From the first call on, whenever that comes.
          probe.complete(Instant.now().plusMillis(100));
          return Uni.createFrom().item(refusedUntil(probe.join()));
        });

    List<CompletableFuture<HttpResponse<String>>> waiting =
        Stream.generate(
                () -> poster.postAsync(Poster.event("glow.made", "{}"), "Prefer", "wait=15"))
            .limit(3)
            .toList();

    assertThat(waiting).extracting(answer -> answer.join().statusCode()).containsOnly(200);
    awaitQuiet();
    assertThat(functions.callsOf("oncall"))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.source()).isEqualTo("/functions/glow");
              assertThat(told.data().text())
                  .isEqualTo(
                      "{\"function\":\"glow\",\"reason\":\"glow is left alone\",\"until\":\""
                          + probe.join()
                          + "\"}");
            });
  }

  private static CallResult refusedUntil(Instant probe) {
    return Instant.now().isBefore(probe)
        ? new CallResult.Refused("glow is left alone", probe, true)
        : ScriptedFunctions.succeeded("1");
  }

  @Test
  void answersWithTheOneOutputWhereThatIsPreferred() {
    functions.emits("ship", output("parcel.sent", "{\"parcel\":7}"));

    HttpResponse<String> response =
        poster.post(Poster.event("order.placed", "{}"), "Prefer", "reply, wait=15");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map())
        .containsEntry("ce-type", List.of("parcel.sent"))
        .containsEntry("ce-source", List.of("/functions/ship"))
        .containsEntry("preference-applied", List.of("reply"))
        .doesNotContainKey("location");
    assertThat(response.body()).isEqualTo("{\"parcel\":7}");
  }

  @Test
  void answersWithNothingWhereThereIsNotOneOutput() {
    functions.emits("order", output("order.placed", "1"), output("invoice.made", "2"));

    assertNoReply(poster.post(Poster.event("order.wanted", "{}"), "Prefer", "reply"));
    assertNoReply(poster.post(Poster.event("glow.made", "{}"), "Prefer", "reply"));
    assertNoReply(poster.post(Poster.event("nobody.wants", "{}"), "Prefer", "reply"));
  }

  @Test
  void answersWithNothingWhereTheOneOutputTakesTooLong() {
    Hold hold = Hold.one();
    functions.script("ship", hold);

    assertNoReply(
        poster.post(Poster.event("order.placed", "{}"), "Prefer", "reply; wait=1, wait=0"));
    hold.release("1");
  }

  private static void assertNoReply(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().map()).doesNotContainKey("preference-applied");
  }

  static Event output(String type, String json) {
    return Event.of("any", "/any", type, Data.json(json))
        .with(Map.of("subject", "made", "runnelrun", "forged", "runnelhops", "0"));
  }

  private static int hops(Event event) {
    String hops = event.attribute("runnelhops");
    return hops == null ? 0 : Integer.parseInt(hops);
  }

  private List<RunBrief> children(String run) {
    return written.find(RunQuery.childrenOf(run)).await().indefinitely().runs().stream()
        .filter(
            child -> child.lineage().parent() != null && child.lineage().parent().step() != null)
        .toList();
  }

  private List<RunBrief> family(String root) {
    return family(root, Optional.empty());
  }

  private List<RunBrief> family(String root, Optional<RunState> state) {
    return written
        .find(
            new RunQuery(
                RunQuery.Attributes.ANY,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.of(root),
                Optional.empty(),
                Optional.empty(),
                RunQuery.MAX_LIMIT,
                Optional.empty(),
                Instant.MIN))
        .await()
        .indefinitely()
        .runs();
  }
}
