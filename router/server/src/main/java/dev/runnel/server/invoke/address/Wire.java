package dev.runnel.server.invoke.address;

/** How requests travel. */
public enum Wire {
  /** HTTP/1.1 over TCP. */
  HTTP,
  /** HTTP/1.1 over TLS; the certificate must be one that the JVM trusts. */
  HTTPS,
  /** HTTP/2 over TCP without TLS, known beforehand. */
  H2C,
  /** HTTP/1.1 over a Unix domain socket. */
  UNIX;

  /** The port where a URL names none. */
  int port() {
    return switch (this) {
      case HTTP, H2C -> 80;
      case HTTPS -> 443;
      case UNIX -> 0;
    };
  }
}
