package dev.runnel.bench.start;

import java.util.Map;

/**
 * An event that a capability is asked with.
 *
 * @param path the function's
 * @param data its JSON, in ASCII
 */
record Request(String path, String data) {

  /** The function that is posted to, and with what. */
  private static final Map<String, Request> KNOWN =
      Map.of(
          "tensor", new Request("/tensor-encode", "{\"text\": \"a cat sits on the mat\"}"),
          "agents",
              new Request(
                  "/agents-match-lexical",
                  "{\"description\": \"translate a contract into English\"}"));

  static Request of(String capability) {
    Request known = KNOWN.get(capability);
    if (known == null) {
      throw new IllegalArgumentException(
          "nobody has said yet what to ask the capability %s; add an event to %s"
              .formatted(capability, Request.class.getName()));
    }
    return known;
  }

  /** The bytes of the request, on a connection that is closed after the answer. */
  String http() {
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        ce-specversion: 1.0\r
        ce-id: 1\r
        ce-source: /bench\r
        ce-type: bench\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(path, data.length(), data);
  }
}
