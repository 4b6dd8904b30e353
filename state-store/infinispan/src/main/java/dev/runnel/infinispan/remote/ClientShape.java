package dev.runnel.infinispan.remote;

import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.infinispan.settings.Deployment.Remote;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.settings.Tls;
import dev.runnel.infinispan.stored.StoredSchema;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.configuration.NearCacheMode;

/** How this router connects to a remote Infinispan, in the client's words. */
final class ClientShape {

  /** Of which neither side sends the password. */
  private static final String MECHANISM = "SCRAM-SHA-512";

  /** A call is given up earlier by whoever waits; the client ends it, and its connection, later. */
  private static final long LEAST_MILLIS = 2_000;

  private ClientShape() {}

  static Configuration of(Settings settings, Remote remote) {
    var client = new ConfigurationBuilder();
    for (InetSocketAddress server : remote.servers()) {
      client.addServer().host(server.getHostString()).port(server.getPort());
    }
    int millis = Math.toIntExact(Math.max(LEAST_MILLIS, settings.limits().patience().toMillis()));
    client.socketTimeout(millis).connectionTimeout(millis);
    client.maxRetries(1);
    client.statistics().disable();
    client.addContextInitializer(StoredSchema.generated());
    remote.login().ifPresent(login -> prove(client, login));
    remote.tls().ifPresent(tls -> protect(client, remote, tls));
    var served = new ServedShape(remote.name());
    Concerns.ALL.stream()
        .filter(concern -> concern.sharing().near())
        .forEach(concern -> near(client, served.name(concern), concern));
    return client.build();
  }

  private static void prove(ConfigurationBuilder client, Login login) {
    client
        .security()
        .authentication()
        .enable()
        .saslMechanism(MECHANISM)
        .username(login.user())
        .password(login.password());
  }

  private static void protect(ConfigurationBuilder client, Remote remote, Tls tls) {
    String name = tls.serverName().orElseGet(() -> remote.servers().getFirst().getHostString());
    var ssl = client.security().ssl().enable().hostnameValidation(true).sniHostName(name);
    tls.trusted()
        .ifPresentOrElse(
            file -> ssl.trustStoreFileName(file.toString()).trustStoreType("pem"),
            () -> ssl.sslContext(trustingAsTheJdk()));
  }

  private static SSLContext trustingAsTheJdk() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK has no certificates that it trusts", e);
    }
  }

  private static void near(ConfigurationBuilder client, String name, Concern<?> concern) {
    client
        .remoteCache(name)
        .nearCacheMode(NearCacheMode.INVALIDATED)
        .nearCacheFactory(new NearShape(concern));
  }
}
