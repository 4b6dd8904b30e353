package dev.runnel.infinispan.remote;

import dev.runnel.cache.CallLimits;
import dev.runnel.cache.Soon;
import dev.runnel.infinispan.embedded.Ports;
import dev.runnel.infinispan.settings.Deployment.Remote;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.infinispan.lifecycle.ComponentStatus;
import org.infinispan.server.Server;

/** A real Infinispan server in this process, which asks who connects. */
final class TestServer implements AutoCloseable {

  private static final CallLimits PATIENT = new CallLimits(Duration.ofSeconds(20), 1_000);

  @SuppressWarnings("InlineFormatString") // Long, and read by itself.
  private static final String CONFIGURATION =
      """
      <infinispan xmlns="urn:infinispan:config:16.0" xmlns:server="urn:infinispan:server:16.0">
        <cache-container name="default">
          <transport/>
          <security>
            <authorization>
              <cluster-role-mapper/>
              <role name="admin" permissions="ALL"/>
              <role name="reader" permissions="READ WRITE BULK_READ LISTEN EXEC"/>
            </authorization>
          </security>
        </cache-container>
        <server xmlns="urn:infinispan:server:16.0">
          <interfaces>
            <interface name="public"><inet-address value="127.0.0.1"/></interface>
          </interfaces>
          <socket-bindings default-interface="public" port-offset="0">
            <socket-binding name="default" port="%d"/>
          </socket-bindings>
          <security>
            <security-realms>
              <security-realm name="default">
                <properties-realm groups-attribute="Roles">
                  <user-properties path="users.properties" plain-text="true"/>
                  <group-properties path="groups.properties"/>
                </properties-realm>
              </security-realm>
            </security-realms>
          </security>
          <endpoints>
            <endpoint socket-binding="default" security-realm="default">
              <hotrod-connector>
                <authentication>
                  <sasl mechanisms="SCRAM-SHA-512" server-name="infinispan"/>
                </authentication>
              </hotrod-connector>
              <rest-connector/>
            </endpoint>
          </endpoints>
        </server>
      </infinispan>
      """;

  private final Server server;
  private final InetSocketAddress address;

  TestServer(Path root) {
    address = Ports.free(1).getFirst();
    try {
      Path folder = Files.createDirectories(root.resolve("conf"));
      Files.createDirectories(root.resolve("data"));
      Files.createDirectories(root.resolve("lib"));
      Files.writeString(
          folder.resolve("infinispan.xml"), CONFIGURATION.formatted(address.getPort()));
      Files.writeString(folder.resolve("users.properties"), "router=its-secret\nguest=another\n");
      Files.writeString(folder.resolve("groups.properties"), "router=admin\nguest=reader\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = new Server(root.toFile(), Path.of("infinispan.xml").toFile(), new Properties());
    var _ = server.run();
    Soon.holds("the server runs", () -> server.getStatus() == ComponentStatus.RUNNING);
  }

  Settings settings(String router, String user, String password) {
    return Settings.of(
            router,
            new Remote(List.of(address), Optional.of(new Login(user, password)), Optional.empty()))
        .within(PATIENT);
  }

  RemoteStore connect(String router) {
    Settings settings = settings(router, "router", "its-secret");
    return RemoteStore.connect(settings, (Remote) settings.deployment());
  }

  @Override
  public void close() {
    server.close();
  }
}
