package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.Funq;
import io.quarkus.test.common.http.TestHTTPResource;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What every function promises at its edge, as tests that its own test class inherits:
 *
 * <pre>{@code
 * @QuarkusTest
 * class CostFunctionTest extends FunctionContract {
 *   protected FunctionExample example() { ... }
 * }
 *
 * @QuarkusIntegrationTest
 * class CostFunctionIT extends CostFunctionTest {}
 * }</pre>
 *
 * The second runs the same over the packaged executable.
 */
public abstract class FunctionContract {
  private static final String BROKEN = "{\"hush\": ";
  private static final String HUSH = "hush";

  /** How many attributes a router takes, the data's media type among them. */
  private static final int ROUTER_ATTRIBUTES = 64;

  /** A value of the length that a router takes. */
  private static final String WIDE = "w".repeat(8 << 10);

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @SuppressWarnings("NullAway.Init") // set by Quarkus, whichever way the function is started
  @TestHTTPResource
  URI root;

  /** A call that is answered and one that is refused. */
  protected abstract FunctionExample example();

  @Test
  void answersBinaryAndStructuredEventsAlike() {
    Event event = good("alike");

    var binary = caller().post(path(), event);
    var structured = caller().postStructured(path(), event);

    assertThat(FunctionCaller.answer(structured)).isEqualTo(FunctionCaller.answer(binary));
  }

  @Test
  void answersWithEventsOfItsOwnThatItsManifestNames() {
    Event event = good("own").with(Map.of("traceparent", TRACE, "runnelhops", "3"));

    List<Event> answer = FunctionCaller.answer(caller().post(path(), event));

    for (int place = 0; place < answer.size(); place++) {
      Event each = answer.get(place);
      assertThat(each.attribute("specversion")).isEqualTo("1.0");
      assertThat(each.source()).isEqualTo("/functions/" + example().function());
      assertThat(each.id()).isEqualTo(StableId.of(event, example().function(), place));
      assertThat(each.type()).isIn(types());
      assertThat(each.attribute("traceparent")).isEqualTo(TRACE);
      assertThat(each.attribute("runnelhops")).isEqualTo("3");
      assertThat(each.data().declaresJson()).isTrue();
      assertThat(FunctionCaller.json(each.data().bytes())).isNotNull();
    }
  }

  @Test
  void answersARepeatedCallWithTheSameIdsAndAnotherCallWithOthers() {
    List<String> first = ids(FunctionCaller.answer(caller().post(path(), good("one"))));
    List<String> again = ids(FunctionCaller.answer(caller().post(path(), good("one"))));
    List<String> other = ids(FunctionCaller.answer(caller().post(path(), good("two"))));

    assertThat(again).isEqualTo(first).doesNotHaveDuplicates();
    assertThat(other).hasSameSizeAs(first);
    assertThat(other).filteredOn(first::contains).isEmpty();
  }

  @Test
  void repliesWithTheOneEventThatItProducesOrWithNothing() {
    Event event = good("reply");
    List<Event> all = FunctionCaller.answer(caller().post(path(), event));
    List<Event> outputs = all.stream().filter(this::isOutput).toList();

    var reply = caller().post(path(), event, Map.of("Prefer", "wait=5, Reply"));

    if (event.attribute("runnelrun") != null) {
      assertThat(FunctionCaller.answer(reply)).isEqualTo(all);
    } else if (outputs.size() > 1) {
      assertRefused(reply, 500, "function-failed");
      assertThat(FunctionCaller.problem(reply).path("detail").asText()).contains("K_SINK");
    } else {
      assertThat(FunctionCaller.answer(reply)).isEqualTo(outputs);
    }
  }

  @Test
  void takesAnEventAtTheLimitsOfARouterThatHasAddedItsOwn() {
    var attributes = new TreeMap<>(good("wide").attributes());
    for (int more = attributes.size() + 1; more < ROUTER_ATTRIBUTES; more++) {
      attributes.put("more" + more, WIDE);
    }
    var added = new TreeMap<>(Map.of("traceparent", TRACE, "tracestate", "a=1"));
    for (String ours : List.of("run", "step", "attempt", "key", "deadline", "epoch", "hops")) {
      added.put("runnel" + ours, "1");
    }
    added.putAll(example().extensions());
    if (!example().extensions().containsKey("runnelrun")) {
      added.remove("runnelrun"); // it says of which kind the data is
    }
    Event event = new Event(attributes, good("wide").data()).with(added);

    var response = caller().post(path(), event);

    assertThat(response.statusCode()).as(FunctionCaller.text(response)).isIn(200, 204);
  }

  @Test
  void readsDataWithoutAMediaType() {
    Event event = good("untyped");
    Event untyped = event.with(new Data(null, event.data().bytes()));

    assertThat(FunctionCaller.answer(caller().post(path(), untyped)))
        .isEqualTo(FunctionCaller.answer(caller().post(path(), event)));
  }

  @Test
  void refusesDataThatIsNotJson() {
    var response = caller().post(path(), event("broken", Data.json(BROKEN)));

    assertRefused(response, 400, "malformed-data");
  }

  @Test
  void refusesDataOfAnotherMediaType() {
    var data = new Data("text/plain", example().goodData().getBytes(UTF_8));

    assertRefused(caller().post(path(), event("text", data)), 400, "malformed-data");
  }

  @Test
  void refusesAnEventWithoutData() {
    assertRefused(caller().post(path(), event("empty", Data.NONE)), 400, "malformed-data");
  }

  @Test
  void refusesDataThatItCannotUse() {
    var response = caller().post(path(), event("bad", Data.json(example().badData())));

    assertThat(response.statusCode()).as(FunctionCaller.text(response)).isBetween(400, 499);
    assertThat(FunctionCaller.problem(response).toString()).doesNotContain(HUSH);
  }

  @Test
  void refusesAnEventWithoutId() {
    var attributes = new TreeMap<>(good("nameless").attributes());
    attributes.remove("id");

    var response = caller().post(path(), new Event(attributes, good("nameless").data()));

    assertRefused(response, 400, "malformed-event");
    assertThat(FunctionCaller.problem(response).path("path").asText()).isEqualTo("id");
    assertThat(response.headers().firstValue("runnel-not-run")).contains("true");
  }

  @Test
  void refusesABodyOfTenMebibytes() {
    var data = new Data(Data.JSON, new byte[10 << 20]);

    var response = caller().post(path(), event("large", data));

    assertRefused(response, 413, "too-large");
    assertThat(response.headers().firstValue("runnel-not-run")).contains("true");
    assertThat(response.headers().firstValue("connection")).contains("close");
  }

  @Test
  void refusesABatch() {
    var headers = Map.of("Content-Type", "application/cloudevents-batch+json");

    var response = caller().send("POST", path(), headers, "[]".getBytes(UTF_8));

    assertRefused(response, 415, "unsupported-format");
  }

  @Test
  void namesItsPathsWhereThereIsNoFunction() {
    var response = caller().post("/no-such-function", good("lost"));

    assertRefused(response, 404, "no-such-function");
    assertThat(FunctionCaller.problem(response).path("detail").asText()).contains(path());
  }

  @Test
  void answersAtTheRootWhereItIsTheOnlyFunction() {
    var response = caller().post("/", good("root"));

    if (functions().size() == 1) {
      assertThat(FunctionCaller.answer(response))
          .isEqualTo(FunctionCaller.answer(caller().post(path(), good("root"))));
    } else {
      assertRefused(response, 404, "no-such-function");
      assertThat(FunctionCaller.problem(response).path("detail").asText()).contains(path());
    }
  }

  @Test
  void takesNothingButPost() {
    var got = caller().send("GET", path(), Map.of(), new byte[0]);
    var options = caller().send("OPTIONS", path(), Map.of(), new byte[0]);

    assertRefused(got, 405, "method-not-allowed");
    assertThat(got.headers().firstValue("Allow")).contains("POST, OPTIONS");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("POST, OPTIONS");
  }

  @Test
  void hasAManifestThatSaysWhatItsAnnotationSays() throws ClassNotFoundException {
    assertThat(manifest().handler()).hasSize(1);
    String[] handler = manifest().handler().getFirst().split("#", 2);
    Class<?> type =
        Class.forName(handler[0], false, Thread.currentThread().getContextClassLoader());

    assertThat(type.getMethods())
        .filteredOn(method -> method.getName().equals(handler[1]))
        .extracting(FunctionContract::functionName)
        .containsExactly(example().function());
  }

  @Test
  void answersManyCallsAtOnceEachWithItsOwn() throws Exception {
    List<Callable<Void>> calls = IntStream.range(0, 50).mapToObj(this::oneOfMany).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    }
  }

  private Callable<Void> oneOfMany(int number) {
    String id = "many-" + number;
    return () -> {
      switch (number % 3) {
        case 0 -> {
          Event event = good(id);
          List<Event> answer = FunctionCaller.answer(caller().post(path(), event));
          assertThat(ids(answer)).isEqualTo(stableIds(event, answer.size()));
        }
        case 1 -> {
          var response = caller().post(path(), event(id, Data.json(BROKEN)));
          assertRefused(response, 400, "malformed-data");
        }
        default -> {
          var response = caller().post(path(), event(id, Data.json(example().badData())));
          assertThat(response.statusCode()).isBetween(400, 499);
        }
      }
      return null;
    };
  }

  @Test
  void answersTheSameInTheJvmAsOverHttp() {
    assumeThat(Arc.container())
        .as("the function lives in another process, so there is no JVM to share")
        .isNotNull();
    var binding = Arc.container().instance(FunctionBinding.class).get();
    var data = List.of(example().goodData(), example().badData(), BROKEN).stream().map(Data::json);

    data.map(each -> event("both", each))
        .forEach(event -> assertSame(binding, event, caller().post(path(), event)));
    Event withinRun = good("run").with(example().withinRun().extensions());
    assertSame(binding, withinRun, caller().post(path(), withinRun));
  }

  private void assertSame(FunctionBinding binding, Event event, HttpResponse<byte[]> response) {
    var call = binding.call(example().function(), event);
    switch (call.await().atMost(Duration.ofSeconds(30))) {
      case FunctionAnswer.Answered(List<Event> events) ->
          assertThat(FunctionCaller.answer(response)).isEqualTo(events);
      case FunctionAnswer.Failed(Problem problem, boolean notRun) -> {
        JsonNode document = FunctionCaller.problem(response);
        assertThat(document.path("status").asInt()).isEqualTo(problem.status());
        assertThat(document.path("code").asText()).isEqualTo(problem.code());
        assertThat(document.path("detail").asText()).isEqualTo(problem.detail());
        assertThat(response.headers().firstValue("runnel-not-run").isPresent()).isEqualTo(notRun);
      }
    }
  }

  private static void assertRefused(HttpResponse<byte[]> response, int status, String code) {
    assertThat(response.statusCode()).as(FunctionCaller.text(response)).isEqualTo(status);
    JsonNode problem = FunctionCaller.problem(response);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.toString()).as("no data of the caller").doesNotContain(HUSH);
  }

  private boolean isOutput(Event event) {
    return manifest().produces().contains(event.type());
  }

  private static List<String> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  private List<String> stableIds(Event event, int count) {
    return IntStream.range(0, count)
        .mapToObj(place -> StableId.of(event, example().function(), place))
        .toList();
  }

  private static String functionName(Method method) {
    Funq annotation = method.getAnnotation(Funq.class);
    if (annotation == null) {
      return "";
    }
    return annotation.value().isEmpty() ? method.getName() : annotation.value();
  }

  private FunctionCaller caller() {
    return new FunctionCaller(root);
  }

  private String path() {
    return "/" + example().function();
  }

  private Event good(String id) {
    return event(id, Data.json(example().goodData()));
  }

  private Event event(String id, Data data) {
    return Event.of(HUSH + "-" + id, "/" + HUSH, example().type(), data)
        .with(example().extensions());
  }

  private List<String> types() {
    return manifest().produces().isEmpty() ? List.of(Outcome.EVENT_TYPE) : manifest().produces();
  }

  private FunctionManifest manifest() {
    return functions().stream()
        .filter(manifest -> manifest.name().equals(example().function()))
        .findAny()
        .orElseThrow(() -> new AssertionError("no manifest is named " + example().function()));
  }

  private static List<FunctionManifest> functions() {
    var files = ConfigProvider.getConfig().getOptionalValues(CapabilityManifests.FILES, Path.class);
    return new CapabilityManifests(files)
        .declared().stream()
            .map(declared -> declared.manifest())
            .filter(FunctionManifest.class::isInstance)
            .map(FunctionManifest.class::cast)
            .toList();
  }
}
