package dev.runnel.infinispan.remote;

import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.infinispan.settings.Deployment.Remote;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.settings.Tls;
import dev.runnel.infinispan.shape.CacheShape;
import dev.runnel.infinispan.stored.StoredSchema;
import java.net.InetSocketAddress;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.configuration.NearCacheMode;
import org.infinispan.commons.dataconversion.MediaType;

/** How this router connects to a remote Infinispan, in the client's words. */
final class ClientShape {

  /** Entries of one concern that are kept near. */
  private static final int NEAR_ENTRIES = 10_000;

  /** Of which neither side sends the password. */
  private static final String MECHANISM = "SCRAM-SHA-512";

  private static final String NAME_PREFIX = "runnel-";

  private ClientShape() {}

  static Configuration of(Settings settings, Remote remote) {
    var client = new ConfigurationBuilder();
    for (InetSocketAddress server : remote.servers()) {
      client.addServer().host(server.getHostString()).port(server.getPort());
    }
    int millis = Math.toIntExact(settings.limits().patience().toMillis());
    client.socketTimeout(Math.max(2_000, millis)).connectionTimeout(Math.max(2_000, millis));
    client.maxRetries(1);
    client.statistics().disable();
    client.addContextInitializer(StoredSchema.generated());
    remote.login().ifPresent(login -> prove(client, login));
    remote.tls().ifPresent(tls -> protect(client, tls));
    Concerns.ALL.stream()
        .filter(concern -> concern.sharing().near())
        .forEach(concern -> near(client, concern));
    return client.build();
  }

  /** What the server calls the cache of this concern. */
  static String name(Concern<?> concern) {
    return NAME_PREFIX + concern.name();
  }

  /** What the server has to be told to make the cache of this concern. */
  static String xml(Concern<?> concern) {
    return CacheShape.served(concern)
        .toStringConfiguration(name(concern), MediaType.APPLICATION_XML, true);
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

  private static void protect(ConfigurationBuilder client, Tls tls) {
    var ssl = client.security().ssl().enable();
    ssl.sniHostName(tls.serverName()).hostnameValidation(true);
    tls.trusted().ifPresent(file -> ssl.trustStoreFileName(file.toString()).trustStoreType("pem"));
  }

  private static void near(ConfigurationBuilder client, Concern<?> concern) {
    client
        .remoteCache(name(concern))
        .nearCacheMode(NearCacheMode.INVALIDATED)
        .nearCacheMaxEntries(NEAR_ENTRIES);
  }
}
