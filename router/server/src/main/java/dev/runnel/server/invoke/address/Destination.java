package dev.runnel.server.invoke.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one instance of a function is reached.
 *
 * @param host a name or an address without brackets, in lower case; of a Unix socket, its file
 * @param port 0 for a Unix socket
 * @param path with its query, as it stands in a request
 * @param address what the host was resolved to and may be connected to, or null while nobody has
 *     looked
 */
public record Destination(
    Wire wire, String host, int port, String path, @Nullable InetAddress address) {

  private static final String FORMS =
      "http://host:port/path, https://…, h2c://… or unix:/file.sock|/path";

  private static final String UNIX = "unix:";

  /** Linux takes 108 bytes with the one that ends it. */
  private static final int LONGEST_SOCKET = 107;

  private static final int LAST_PORT = 65_535;

  /**
   * Reads a URL. One without a path is that of a process, which chooses by name: the function's
   * name becomes the path. One with a path, {@code /} included, is used as it stands.
   *
   * @throws IllegalArgumentException when it is none; the message does not repeat it
   */
  public static Destination of(String url, String function) {
    return url.startsWith(UNIX)
        ? socket(url.substring(UNIX.length()), function)
        : remote(url, function);
  }

  private static Destination socket(String place, String function) {
    int bar = place.indexOf('|');
    String file = bar < 0 ? place : place.substring(0, bar);
    String path = bar < 0 ? "/" + function : place.substring(bar + 1);
    if (!file.startsWith("/") || file.length() > LONGEST_SOCKET) {
      throw new IllegalArgumentException(
          "the socket's file is not an absolute path of at most " + LONGEST_SOCKET + " bytes");
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("the path after | does not begin with /");
    }
    return new Destination(Wire.UNIX, file, Wire.UNIX.port(), rawPath(path), null);
  }

  private static String rawPath(String path) {
    try {
      new URI(path);
      return path;
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException("the path after | is not one of a URL", malformed);
    }
  }

  private static Destination remote(String url, String function) {
    URI uri = uri(url);
    Wire wire = wire(uri);
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the URL has no host, or a user, a password or a #; expected " + FORMS);
    }
    if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
      throw new IllegalArgumentException("the port is not one from 1 to " + LAST_PORT);
    }
    int port = uri.getPort() < 0 ? wire.port() : uri.getPort();
    return new Destination(wire, bare(host), port, path(uri, function), null);
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException("not a URL; expected " + FORMS, malformed);
    }
  }

  private static Wire wire(URI uri) {
    return switch (uri.getScheme()) {
      case "http" -> Wire.HTTP;
      case "https" -> Wire.HTTPS;
      case "h2c" -> Wire.H2C;
      case null, default ->
          throw new IllegalArgumentException("not a URL of a known kind; expected " + FORMS);
    };
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  private static String path(URI uri, String function) {
    String path = uri.getRawPath().isEmpty() ? "/" + function : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** The same place with an address that may be connected to. */
  public Destination at(InetAddress checked) {
    return new Destination(wire, host, port, path, checked);
  }

  /** Another path at the same place. */
  public Destination asking(String otherPath) {
    return new Destination(wire, host, port, otherPath, address);
  }

  /** Host and port as a request names them. */
  public String authority() {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return port == wire.port() ? bracketed : bracketed + ":" + port;
  }

  /** For logs and messages: without the query, which may hold a secret. */
  @Override
  public String toString() {
    String plain = List.of(path.split("\\?", 2)).getFirst();
    return wire == Wire.UNIX
        ? UNIX + host + "|" + plain
        : wire.name().toLowerCase(Locale.ROOT) + "://" + authority() + plain;
  }
}
