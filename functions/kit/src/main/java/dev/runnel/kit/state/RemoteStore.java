package dev.runnel.kit.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URLEncoder;
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
 */
public final class RemoteStore implements StateStore, AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final String MARK = "; write=";
  private static final int MARK_BYTES = 12;
  private static final byte[] NOTHING = {};
  private static final JsonFactory JSON = new JsonFactory();

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int CHANGED = 412;
  private static final int UNAVAILABLE = 503;

  private final StateConnection connection;
  private final String root;

  private RemoteStore(StateConnection connection, String capability) {
    this.connection = connection;
    this.root = "/state/" + capability;
  }

  /**
   * The state of the capability whose token it is.
   *
   * @param address {@code http://host:port} or {@code unix:/path}; anything else is refused
   */
  public static RemoteStore at(String address, String token, Vertx vertx) {
    StateConnection connection = StateConnection.to(address, token, vertx);
    return new RemoteStore(connection, token.substring(0, token.lastIndexOf('.')));
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public Optional<Stored> read(String key) {
    StateReply reply = surely(HttpMethod.GET, path(key) + "?consistent=true");
    return reply.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(new Stored(reply.version(), body(reply)));
  }

  @Override
  public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
    String marked = body.type() + MARK + mark();
    var headers = new LinkedHashMap<String, String>(condition(expected));
    headers.put("Content-Type", marked);
    String uri = path(key) + ttl.map(time -> "?ttl=" + time).orElse("");
    boolean uncertain = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StateReply> reply = once(HttpMethod.PUT, uri, headers, body.bytes());
      if (reply.isPresent() && reply.get().status() == CHANGED) {
        return uncertain ? known(key, marked) : new Change.Conflict();
      }
      if (reply.isPresent()) {
        return new Change.Made(reply.get().version(), reply.get().status() != CREATED);
      }
      uncertain = true;
    }
    throw uncertain(key);
  }

  @Override
  public Change remove(String key, Expected expected) {
    boolean uncertain = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StateReply> reply = once(HttpMethod.DELETE, path(key), condition(expected), NOTHING);
      if (reply.isPresent() && reply.get().status() == CHANGED) {
        if (uncertain) {
          throw uncertain(key);
        }
        return new Change.Conflict();
      }
      if (reply.isPresent()) {
        return new Change.Made(0, uncertain || reply.get().status() != NOT_FOUND);
      }
      uncertain = true;
    }
    throw uncertain(key);
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    String uri =
        root
            + "?limit="
            + limit
            + (prefix.isEmpty() ? "" : "&prefix=" + encoded(prefix))
            + (after.isEmpty() ? "" : "&after=" + encoded(after));
    return listed(surely(HttpMethod.GET, uri).body());
  }

  /** What came of a write whose first try got no answer: whether what stands there is it. */
  private Change known(String key, String marked) {
    StateReply standing = surely(HttpMethod.GET, path(key) + "?consistent=true");
    if (standing.header("Content-Type").filter(marked::equals).isPresent()) {
      return new Change.Made(standing.version(), true);
    }
    throw uncertain(key);
  }

  /** The answer to a request that changes nothing, made again where there is none. */
  private StateReply surely(HttpMethod method, String uri) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StateReply> reply = once(method, uri, Map.of(), NOTHING);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    throw new StateUnavailable("the router did not answer %d times in a row".formatted(ATTEMPTS));
  }

  /** The answer; empty: there is none, or the router does not know one itself. */
  private Optional<StateReply> once(
      HttpMethod method, String uri, Map<String, String> headers, byte[] body) {
    StateReply reply;
    try {
      reply = connection.ask(method, uri, headers, body);
    } catch (IOException unanswered) {
      return Optional.empty();
    }
    return switch (reply.status()) {
      case UNAVAILABLE -> Optional.empty();
      case OK, CREATED, NO_CONTENT, CHANGED -> Optional.of(reply);
      default -> {
        String told = new String(reply.body(), UTF_8);
        if (reply.status() == NOT_FOUND && told.contains("\"no-such-key\"")) {
          yield Optional.of(reply);
        }
        throw new StateRefused(reply.status(), "the router answered " + told);
      }
    };
  }

  private static Map<String, String> condition(Expected expected) {
    return switch (expected) {
      case Expected.Anything() -> Map.of();
      case Expected.Nothing() -> Map.of("If-None-Match", "*");
      case Expected.Version(long number) -> Map.of("If-Match", "\"" + number + "\"");
    };
  }

  private static StateUncertain uncertain(String key) {
    return new StateUncertain(
        "nobody knows whether %s was changed: the router gave no answer; read it again"
            .formatted(key));
  }

  private static Body body(StateReply reply) {
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

  /** Percent-encoded wherever it is not a letter, a digit or one of {@code -._*}. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
