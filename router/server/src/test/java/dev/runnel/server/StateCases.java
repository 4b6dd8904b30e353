package dev.runnel.server;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/** What provokes each answer of what functions keep. */
record StateCases(Poster poster, ScriptedKeyedState state) {

  static final String[] OWN = {"Authorization", "Bearer " + KeptState.token("server")};

  private static final String LIST = "/state/{function}";
  private static final String KEY = "/state/{function}/{key}";
  private static final String LEASE = "/leases/{function}/{key}";
  private static final String COUNTER = "/counters/{function}/{key}";

  Stream<OpenApiTest.Case> all() {
    return Stream.of(lists(), reads(), writes(), removals(), leases(), counters())
        .flatMap(cases -> cases);
  }

  private Stream<OpenApiTest.Case> lists() {
    String list = "/state/plain?prefix=api-list";
    return Stream.of(
        of("GET", LIST, list),
        new OpenApiTest.Case(
            "GET",
            LIST,
            () -> {
              poster.send("PUT", "/state/plain/api-list?ttl=PT1H", "1", OWN);
              return send("GET", list + "&limit=1");
            }),
        new OpenApiTest.Case("GET", LIST, () -> unchanged(list)),
        of("GET", LIST, "/state/plain?limit=0"),
        new OpenApiTest.Case("GET", LIST, () -> poster.get("/state/plain")),
        new OpenApiTest.Case("GET", LIST, () -> as("stranger", "GET", "/state/plain")),
        of("GET", LIST, "/state/absent"),
        down("GET", LIST, "/state/plain"));
  }

  private Stream<OpenApiTest.Case> reads() {
    return Stream.of(
        of("GET", KEY, "/state/plain/api-list"),
        new OpenApiTest.Case("GET", KEY, () -> unchanged("/state/plain/api-list")),
        of("GET", KEY, "/state/plain/api-none"),
        of("GET", KEY, "/state/plain/api%00"),
        new OpenApiTest.Case("GET", KEY, () -> poster.get("/state/plain/api-list")),
        new OpenApiTest.Case("GET", KEY, () -> as("stranger", "GET", "/state/plain/api-list")),
        down("GET", KEY, "/state/plain/api-list?consistent=true"));
  }

  private Stream<OpenApiTest.Case> writes() {
    return Stream.of(
        of("PUT", KEY, "/state/plain/api"),
        of("PUT", KEY, "/state/plain/api"),
        of("PUT", KEY, "/state/plain/api", "If-None-Match", "*"),
        of("PUT", KEY, "/state/plain/api?ttl=1"),
        of("PUT", KEY, "/state/absent/api"),
        new OpenApiTest.Case("PUT", KEY, () -> poster.send("PUT", "/state/plain/api", "")),
        new OpenApiTest.Case("PUT", KEY, () -> as("stranger", "PUT", "/state/plain/api")),
        new OpenApiTest.Case("PUT", KEY, this::filled),
        down("PUT", KEY, "/state/plain/api"));
  }

  private Stream<OpenApiTest.Case> removals() {
    return Stream.of(
        of("DELETE", KEY, "/state/plain/api", "If-Match", "\"x\""),
        of("DELETE", KEY, "/state/plain/api"),
        of("DELETE", KEY, "/state/plain/api"),
        of("DELETE", KEY, "/state/plain/%ff"),
        new OpenApiTest.Case("DELETE", KEY, () -> poster.send("DELETE", "/state/plain/api", "")),
        new OpenApiTest.Case("DELETE", KEY, () -> as("stranger", "DELETE", "/state/plain/api")),
        down("DELETE", KEY, "/state/plain/api"));
  }

  private Stream<OpenApiTest.Case> leases() {
    String one = "/leases/plain/api";
    return Stream.of(
            Stream.of(
                of("GET", LEASE, one),
                of("PUT", LEASE, one + "?holder=me&ttl=PT1H"),
                of("PUT", LEASE, one + "?holder=you"),
                of("PUT", LEASE, one),
                of("PUT", LEASE, "/leases/absent/api?holder=me"),
                new OpenApiTest.Case(
                    "PUT", LEASE, () -> filled("PUT", "/leases/plain/", "?holder=me&ttl=PT1S")),
                of("GET", LEASE, one),
                of("GET", LEASE, one + "?x=y"),
                of("DELETE", LEASE, one + "?token=999999"),
                of("DELETE", LEASE, one),
                new OpenApiTest.Case("DELETE", LEASE, () -> released(one))),
            closed("GET", LEASE, one),
            closed("PUT", LEASE, one + "?holder=me"),
            closed("DELETE", LEASE, one + "?token=1"))
        .flatMap(cases -> cases);
  }

  private Stream<OpenApiTest.Case> counters() {
    String one = "/counters/plain/api";
    return Stream.of(
            Stream.of(
                of("GET", COUNTER, one),
                of("POST", COUNTER, one + "?add=999999999999999999"),
                of("GET", COUNTER, one),
                new OpenApiTest.Case("POST", COUNTER, () -> overflown(one)),
                of("POST", COUNTER, one + "?add=x"),
                of("POST", COUNTER, "/counters/absent/api"),
                new OpenApiTest.Case("POST", COUNTER, () -> filled("POST", "/counters/plain/", "")),
                of("GET", COUNTER, one + "?x=y"),
                of("DELETE", COUNTER, one + "?x=y"),
                of("DELETE", COUNTER, one),
                of("DELETE", COUNTER, one)),
            closed("GET", COUNTER, one),
            closed("POST", COUNTER, one),
            closed("DELETE", COUNTER, one))
        .flatMap(cases -> cases);
  }

  /** Without a token, with another one, and without a journal. */
  private Stream<OpenApiTest.Case> closed(String method, String form, String path) {
    return Stream.of(
        new OpenApiTest.Case(method, form, () -> poster.send(method, path, "")),
        new OpenApiTest.Case(method, form, () -> as("stranger", method, path)),
        down(method, form, path));
  }

  private HttpResponse<String> released(String path) {
    int token = JsonPath.from(send("GET", path).body()).getInt("token");
    return send("DELETE", path + "?token=" + token);
  }

  private HttpResponse<String> overflown(String path) {
    HttpResponse<String> last = send("POST", path);
    for (int i = 0; i < 10 && last.statusCode() == 200; i++) {
      last = send("POST", path + "?add=999999999999999999");
    }
    return last;
  }

  private HttpResponse<String> filled(String method, String path, String query) {
    HttpResponse<String> last = send(method, path + "full0" + query);
    for (int i = 1; last.statusCode() == 200 && i < 100; i++) {
      last = send(method, path + "full" + i + query);
    }
    return last;
  }

  private OpenApiTest.Case of(String method, String form, String path, String... headers) {
    return new OpenApiTest.Case(method, form, () -> send(method, path, headers));
  }

  private OpenApiTest.Case down(String method, String form, String path) {
    return new OpenApiTest.Case(
        method,
        form,
        () -> {
          state.breaks(true);
          try {
            return send(method, path);
          } finally {
            state.breaks(false);
          }
        });
  }

  private HttpResponse<String> unchanged(String path) {
    String tag = send("GET", path).headers().firstValue("ETag").orElseThrow();
    return send("GET", path, "If-None-Match", tag);
  }

  /** The answer to one key more than there may be; removes them again. */
  private HttpResponse<String> filled() {
    HttpResponse<String> last = send("PUT", "/state/plain/full0");
    for (int key = 1; last.statusCode() < 300; key++) {
      last = send("PUT", "/state/plain/full" + key);
    }
    for (long key = 0; key < ScriptedKeyedState.LIMITS.keys(); key++) {
      var _ = send("DELETE", "/state/plain/full" + key);
    }
    return last;
  }

  private HttpResponse<String> as(String capability, String method, String path) {
    return poster.send(method, path, "", "Authorization", "Bearer " + KeptState.token(capability));
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    String[] all = Stream.concat(Stream.of(OWN), Stream.of(headers)).toArray(String[]::new);
    return poster.send(method, path, "", all);
  }
}
