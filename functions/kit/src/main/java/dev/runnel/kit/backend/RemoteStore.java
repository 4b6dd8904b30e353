package dev.runnel.kit.backend;

import static dev.runnel.kit.backend.Request.encoded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.kit.state.Body;
import dev.runnel.kit.state.Change;
import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.StateFenced;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.Stored;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * State that the router keeps. A request without an answer is made again: one that reads, at once;
 * one that writes carries a mark of its own in its media type, by which a first try that was done
 * after all is known again.
 *
 * @param root the path of the capability's state
 * @param fence what changes depend on
 */
record RemoteStore(RouterCalls calls, String root, Optional<Fence> fence) implements StateStore {

  private static final String MARK = "; write=";
  private static final int MARK_BYTES = 12;
  private static final JsonFactory JSON = new JsonFactory();

  private static final String ABSENT = "no-such-key";
  private static final String CHANGED = "changed-meanwhile";
  private static final String FENCED = "fenced";

  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 412;

  @Override
  public Optional<Stored> read(String key) {
    RouterReply reply = standing(key);
    return reply.is(NOT_FOUND)
        ? Optional.empty()
        : Optional.of(new Stored(reply.version(), body(reply)));
  }

  @Override
  public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
    String marked = body.type() + MARK + mark();
    Map<String, String> headers = conditions(expected);
    headers.put("Content-Type", marked);
    Request request =
        Request.of(HttpMethod.PUT, path(key) + ttl.map(time -> "?ttl=" + time).orElse(""))
            .with(headers, body.bytes());
    boolean uncertain = false;
    for (int attempt = 0; attempt < RouterCalls.ATTEMPTS; attempt++) {
      Optional<RouterReply> reply = calls.once(request, CHANGED, FENCED);
      if (reply.isPresent() && reply.get().is(FAILED)) {
        return uncertain ? known(key, marked) : failed(reply.get());
      }
      if (reply.isPresent()) {
        return new Change.Made(reply.get().version(), !reply.get().is(CREATED));
      }
      uncertain = true;
    }
    throw RouterCalls.uncertain(key);
  }

  @Override
  public Change remove(String key, Expected expected) {
    Request request = Request.of(HttpMethod.DELETE, path(key)).with(conditions(expected));
    boolean uncertain = false;
    for (int attempt = 0; attempt < RouterCalls.ATTEMPTS; attempt++) {
      Optional<RouterReply> reply = calls.once(request, ABSENT, CHANGED, FENCED);
      if (reply.isPresent() && reply.get().is(FAILED)) {
        if (uncertain) {
          throw RouterCalls.uncertain(key);
        }
        return failed(reply.get());
      }
      if (reply.isPresent()) {
        return new Change.Made(0, uncertain || !reply.get().is(NOT_FOUND));
      }
      uncertain = true;
    }
    throw RouterCalls.uncertain(key);
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    String uri =
        root
            + "?limit="
            + limit
            + (prefix.isEmpty() ? "" : "&prefix=" + encoded(prefix))
            + (after.isEmpty() ? "" : "&after=" + encoded(after));
    return listed(calls.read(Request.of(HttpMethod.GET, uri)).body());
  }

  @Override
  public StateStore fencedBy(Fence other) {
    return new RemoteStore(calls, root, Optional.of(other));
  }

  private RouterReply standing(String key) {
    return calls.read(Request.of(HttpMethod.GET, path(key) + "?consistent=true"), ABSENT);
  }

  /** What came of a write whose first try got no answer: whether what stands there is it. */
  private Change known(String key, String marked) {
    RouterReply standing = standing(key);
    if (standing.header("Content-Type").filter(marked::equals).isPresent()) {
      return new Change.Made(standing.version(), true);
    }
    throw RouterCalls.uncertain(key);
  }

  private Change failed(RouterReply reply) {
    if (reply.problem().equals(FENCED)) {
      throw new StateFenced(fence.orElseThrow());
    }
    return new Change.Conflict();
  }

  private Map<String, String> conditions(Expected expected) {
    var headers = new LinkedHashMap<String, String>();
    switch (expected) {
      case Expected.Anything() -> {}
      case Expected.Nothing() -> headers.put("If-None-Match", "*");
      case Expected.Version(long number) -> headers.put("If-Match", "\"" + number + "\"");
    }
    fence.ifPresent(
        it -> headers.put("Runnel-Fence", "lease=" + encoded(it.lease()) + ";token=" + it.token()));
    return headers;
  }

  private static Body body(RouterReply reply) {
    String type = reply.header("Content-Type").orElse("application/octet-stream");
    int mark = type.indexOf(MARK);
    return new Body(mark < 0 ? type : type.substring(0, mark), reply.body());
  }

  private static List<Listed> listed(byte[] document) {
    var keys = new ArrayList<Listed>();
    try (JsonParser json = JSON.createParser(document)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_OBJECT
            && json.getParsingContext().getParent().inArray()) {
          keys.add(key(json));
        }
      }
    } catch (IOException e) {
      throw new StateUnavailable("the list of keys cannot be read; is it the router's?");
    }
    return keys;
  }

  private static Listed key(JsonParser json) throws IOException {
    String name = "";
    long version = 0;
    int size = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "key" -> name = json.getText();
        case "version" -> version = json.getLongValue();
        case "size" -> size = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Listed(name, version, size);
  }

  private static String mark() {
    var bytes = new byte[MARK_BYTES];
    // Not kept: a native executable would have one of the machine that it was built on.
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String path(String key) {
    return root + "/" + encoded(key);
  }
}
