package dev.runnel.server.intake;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who can reach the router: only this machine, unless somebody has said that everybody may. There
 * is no identity, so whoever reaches it may use it.
 */
@Singleton
@Startup
class Exposure {

  Exposure(
      VertxHttpConfig http,
      @ConfigProperty(name = "runnel.open", defaultValue = "false") boolean open) {
    check(http.host(), open);
  }

  /**
   * Stops the start where strangers could reach the router.
   *
   * @param open whether {@code RUNNEL_OPEN} says that they may
   */
  static void check(String host, boolean open) {
    if (isLoopback(host)) {
      return;
    }
    if (!open) {
      throw new IllegalStateException(
          "The router would listen on "
              + host
              + ", where others can reach it, and it knows no identity."
              + " Let it listen on localhost (quarkus.http.host), or set RUNNEL_OPEN=true"
              + " if everybody who can reach it may use it.");
    }
    Log.warnf("RUNNEL_OPEN: everybody who can reach %s may use this router", host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
