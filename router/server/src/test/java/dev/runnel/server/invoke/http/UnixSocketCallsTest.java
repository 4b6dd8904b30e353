package dev.runnel.server.invoke.http;

import dev.runnel.server.invoke.address.Wire;

/** Calls that travel as HTTP/1.1 over a Unix socket. */
class UnixSocketCallsTest extends CallsContract {

  UnixSocketCallsTest() {
    super(Wire.UNIX);
  }
}
