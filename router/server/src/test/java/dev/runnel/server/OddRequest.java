package dev.runnel.server;

import java.net.URI;

/** A request that is answered alike at every path, with any method, before its route sees it. */
enum OddRequest {
  OF_UNCLEAR_LENGTH(400, "", "Transfer-Encoding: chunked, identity\r\n\r\n"),
  WITHOUT_THE_REST(408, "", "Content-Length: 2\r\n\r\n{"),
  TOO_LARGE(413, "", "Content-Length: 999999999\r\n\r\n"),
  WITH_A_LONG_TARGET(414, "?" + "x".repeat(5_000), "\r\n"),
  COMPRESSED(415, "", "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n"),
  WITH_LARGE_HEADERS(431, "", "x: " + "x".repeat(70_000) + "\r\n\r\n");

  private final int status;
  private final String query;
  private final String rest;

  OddRequest(int status, String query, String rest) {
    this.status = status;
    this.query = query;
    this.rest = rest;
  }

  /** What it is to be answered with. */
  int status() {
    return status;
  }

  /** Sends it, and reads the answer. */
  RawHttp.Answer to(URI root, String method, String path) {
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(method + " " + path + query + " HTTP/1.1\r\nHost: router\r\n" + rest);
      return caller.answer();
    }
  }
}
