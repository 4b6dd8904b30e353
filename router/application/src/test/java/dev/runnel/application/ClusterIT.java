package dev.runnel.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged routers that share a journal and a cache. */
class ClusterIT {

  private static final Path APPLICATION = Path.of("target", "quarkus-app").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final String STATE_KEY = "the-key-of-tests-which-everybody-knows";
  private static final String HIT =
      "runnel_result_cache_total\\{function=\"priced\",outcome=\"hit\"[^}]*} 1\\.0";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PricedItems function;
  private final List<RouterProcess> started = new ArrayList<>();
  private RouterProcess one;
  private RouterProcess other;

  ClusterIT() throws IOException {
    function = new PricedItems();
  }

  @BeforeEach
  void start() throws Exception {
    int onePort = freePort();
    int otherPort = freePort();
    String members = "127.0.0.1:%d,127.0.0.1:%d".formatted(onePort, otherPort);
    one = router("one", members, onePort);
    other = router("other", members, otherPort);
    await("both see both", () -> sees(one, "one", "other") && sees(other, "one", "other"));
  }

  /** The first has the database, and is the last to end. */
  @AfterEach
  void end() throws IOException {
    for (RouterProcess router : started.reversed()) {
      router.close();
    }
    function.close();
    client.close();
  }

  @Test
  void haveInCommonWhatIsAnsweredKeptAndChangedUntilOneEnds() throws Exception {
    put(one, "/functions/priced", function.manifest(3), 201);
    // They look once in a day, and else where they are told.
    await("the other has the function", () -> get(other, "/functions/priced").statusCode() == 200);

    assertThat(ask(one)).contains("\"calls\":1");
    assertThat(ask(other)).contains("\"calls\":1");
    assertThat(function.calls()).isEqualTo(1);
    assertThat(get(other, "/q/metrics").body()).containsPattern(Pattern.compile(HIT));

    put(one, "/functions/priced", function.manifest(4), 200);
    await("the other has the change", () -> priority(other).contains("4"));
    assertThat(ask(other)).contains("\"calls\":2");
    assertThat(ask(one)).contains("\"calls\":2");

    put(one, "/state/priced/durable", "1", 201);
    put(one, "/state/priced/for-now?durable=false", "2", 204);
    assertThat(get(other, "/state/priced/durable").body()).isEqualTo("1");
    assertThat(get(other, "/state/priced/for-now").body()).isEqualTo("2");
    assertThat(get(other, "/state/priced/for-now?consistent=true").statusCode()).isEqualTo(404);
    assertThat(owner(one)).isEqualTo(owner(other)).isIn("one", "other");

    other.end();
    await("the one is alone", () -> sees(one, "one"));
    assertThat(ask(one)).contains("\"calls\":2");
    assertThat(get(one, "/q/health/ready").body()).contains("\"joined\"");
  }

  private RouterProcess router(String name, String members, int port) throws IOException {
    var router =
        new RouterProcess(
            folder.resolve(name),
            List.of("/bin/sh", APPLICATION.resolve("run").toString(), "-Xmx256m"),
            Map.of(
                "RUNNEL_DATA",
                RouterProcess.data(folder.resolve("one")).toString(),
                "RUNNEL_ROUTER_NAME",
                name,
                "RUNNEL_CLUSTER_MEMBERS",
                members,
                "RUNNEL_CLUSTER_PORT",
                String.valueOf(port),
                "RUNNEL_CLUSTER_KEY",
                "a-key-that-is-only-for-tests",
                "RUNNEL_CLUSTER_TIMEOUT",
                "PT10S",
                "RUNNEL_FUNCTIONS_REFRESH",
                "PT24H",
                "RUNNEL_STATE_KEY",
                STATE_KEY));
    started.add(router);
    return router;
  }

  private boolean sees(RouterProcess router, String... members) throws Exception {
    String cluster = get(router, "/cluster").body();
    String cache = cluster.substring(cluster.indexOf("\"cache\""), cluster.indexOf("\"views\""));
    return cache.contains("\"joined\"")
        && cache.split("\"name\"", -1).length == members.length + 1
        && List.of(members).stream().allMatch(name -> cache.contains("\"" + name + "\""));
  }

  private String ask(RouterProcess router) throws Exception {
    String event =
        """
        {"specversion":"1.0","type":"price.asked","source":"/test","id":"%s","data":{"item":7}}\
        """
            .formatted(UUID.randomUUID());
    HttpRequest asked =
        HttpRequest.newBuilder(router.at("/"))
            .header("Content-Type", "application/cloudevents+json")
            .header("Prefer", "wait=30")
            .POST(BodyPublishers.ofString(event, UTF_8))
            .build();
    HttpResponse<String> answer = client.send(asked, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String priority(RouterProcess router) throws Exception {
    String shown = get(router, "/functions/priced").body();
    return shown.replaceAll("(?s).*\"priority\"\\s*:\\s*([0-9]+).*", "$1");
  }

  private String owner(RouterProcess router) throws Exception {
    return get(router, "/state/priced/durable").headers().firstValue("Runnel-Owner").orElseThrow();
  }

  private HttpResponse<String> get(RouterProcess router, String path) throws Exception {
    return client.send(request(router, path).GET().build(), BodyHandlers.ofString());
  }

  private void put(RouterProcess router, String path, String body, int status) throws Exception {
    HttpRequest put =
        request(router, path)
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(body, UTF_8))
            .build();
    HttpResponse<String> answer = client.send(put, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(status);
  }

  private static HttpRequest.Builder request(RouterProcess router, String path) {
    return HttpRequest.newBuilder(router.at(path)).header("Authorization", "Bearer " + token());
  }

  private static String token() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(STATE_KEY.getBytes(UTF_8), "HmacSHA256"));
      byte[] code = mac.doFinal("runnel-state/priced".getBytes(UTF_8));
      return "priced." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }

  /** Something that is so, or not yet. */
  private interface Look {
    boolean isSo() throws Exception;
  }

  private static void await(String what, Look look) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!look.isSo()) {
      assertThat(System.nanoTime()).as("Still not so: %s", what).isLessThan(end);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
