package dev.runnel.server.invoke.http;

import dev.runnel.server.invoke.address.Wire;

/** Calls that travel as HTTP/2 over TCP. */
class H2cCallsTest extends CallsContract {

  H2cCallsTest() {
    super(Wire.H2C);
  }
}
