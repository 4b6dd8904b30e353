package dev.runnel.kit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.util.Map;

/** What is asked of a router. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Request(HttpMethod method, String uri, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  static Request of(HttpMethod method, String uri) {
    return new Request(method, uri, Map.of(), NOTHING);
  }

  Request with(Map<String, String> added) {
    return new Request(method, uri, added, body);
  }

  Request with(Map<String, String> added, byte[] sent) {
    return new Request(method, uri, added, sent);
  }

  /** Percent-encoded wherever it is not a letter, a digit or one of {@code -._*}. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
