package dev.runnel.server.invoke.http;

import dev.runnel.server.invoke.address.Wire;

/** Calls that travel as HTTP/1.1 over TCP. */
class Http1CallsTest extends CallsContract {

  Http1CallsTest() {
    super(Wire.HTTP);
  }
}
