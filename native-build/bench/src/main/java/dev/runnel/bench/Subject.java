package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * One way to have the same work done, to be compared with others.
 *
 * @param name a letter, as the report calls it
 * @param what for people
 * @param target where requests go
 * @param request one whole request
 * @param servers whose CPU time counts
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Subject(String name, String what, Load.Target target, byte[] request, List<Server> servers) {

  private static final String BODY =
      "{\"sensor\":\"roof-7\",\"at\":1772271000,\"value\":21.5,\"unit\":\"Celsius\"}";

  /** A request with the event of this type. */
  static byte[] request(String path, String type) {
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        ce-specversion: 1.0\r
        ce-type: %s\r
        ce-source: /bench\r
        ce-id: 0000000000000000\r
        Content-Type: application/json\r
        Prefer: wait=10\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(path, type, BODY.length(), BODY)
        .getBytes(US_ASCII);
  }
}
