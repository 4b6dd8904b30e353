package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions that change all the time while events come. */
@QuarkusTest
class ReloadUnderTrafficTest extends PutFunctions {

  private static final int REGISTRATIONS = 1_000;
  private static final int MAX_EVENTS = 4_000;

  /** An outcome of one of the other functions. */
  private static final Pattern VERSION = Pattern.compile("(?:first|second|third)\":\"([12])\"");

  /** A run in which all have seen one version. */
  private static final Pattern WHOLE = Pattern.compile("\"last\":\"([12])\\1+\"");

  /** 200 events a second. */
  private static final long PAUSE_NANOS = 5_000_000;

  @Test
  void handlesEachEventWhollyUnderOneVersion() {
    Stream.of("first", "second", "third").forEach(name -> functions.script(name, this::version));
    functions.script("last", this::versions);
    register(0);
    var isOver = new AtomicBoolean();
    CompletableFuture<List<CompletableFuture<HttpResponse<String>>>> events =
        CompletableFuture.supplyAsync(() -> postUntil(isOver));

    for (int i = 1; i <= REGISTRATIONS; i++) {
      register(i);
    }
    isOver.set(true);

    List<String> seen =
        events.join().stream().map(CompletableFuture::join).map(this::versionOf).toList();
    assertThat(seen).contains("1", "2").containsOnly("1", "2");
  }

  /** Two versions that differ in where all are called, and in whom the last one needs. */
  private void register(int nth) {
    String version = nth % 2 == 0 ? "1" : "2";
    String needs = nth % 2 == 0 ? "first, second" : "third, second, first";
    HttpResponse<String> put =
        putAll(
            versioned("first", version, ""),
            versioned("second", version, "dependencies: [first]"),
            versioned("third", version, ""),
            versioned(
                "last",
                version,
                "input: all, dependencies: [" + needs + "], " + wants("reload.wanted")));
    assertThat(put.statusCode()).as(put.body()).isIn(200, 201);
  }

  private static String versioned(String name, String version, String more) {
    return "{ name: %s, runtime: http, handler: \"%s%s\"%s }"
        .formatted(name, ScriptedUrls.ADDRESS, version, more.isEmpty() ? "" : ", " + more);
  }

  private List<CompletableFuture<HttpResponse<String>>> postUntil(AtomicBoolean isOver) {
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    while (!isOver.get() && answers.size() < MAX_EVENTS) {
      answers.add(poster.postAsync(Poster.event("reload.wanted", "{}"), "Prefer", "wait=15"));
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return answers;
  }

  /** Answers with the version that is called. */
  private Uni<CallResult> version(Call call, int nth) {
    return Uni.createFrom().item(ScriptedFunctions.succeeded('"' + handlerVersion(call) + '"'));
  }

  /** Answers with all versions that took part in the run. */
  private Uni<CallResult> versions(Call call, int nth) {
    String data = call.event().data().text();
    List<String> before = VERSION.matcher(data).results().map(found -> found.group(1)).toList();
    String own = handlerVersion(call);
    boolean isWhole = before.size() == (own.equals("1") ? 2 : 3);
    String seen = own + String.join("", before);
    return Uni.createFrom()
        .item(ScriptedFunctions.succeeded('"' + (isWhole ? seen : "a part of " + seen) + '"'));
  }

  private static String handlerVersion(Call call) {
    return call.function().handler().getFirst().substring(ScriptedUrls.ADDRESS.length());
  }

  /** The one version that a run shows, or what else it shows. */
  private String versionOf(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return answer.statusCode() + " " + answer.body();
    }
    Matcher whole = WHOLE.matcher(answer.body());
    return whole.find() ? whole.group(1) : answer.body();
  }
}
