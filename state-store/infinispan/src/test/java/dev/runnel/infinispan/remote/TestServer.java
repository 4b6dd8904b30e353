package dev.runnel.infinispan.remote;

import dev.runnel.cache.CallLimits;
import dev.runnel.cache.Soon;
import dev.runnel.infinispan.embedded.Ports;
import dev.runnel.infinispan.settings.Deployment.Remote;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.settings.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.commons.configuration.StringConfiguration;
import org.infinispan.lifecycle.ComponentStatus;
import org.infinispan.server.ExitStatus;
import org.infinispan.server.Server;

/** A real Infinispan server in this process, which asks who connects, and finds no other server. */
final class TestServer implements AutoCloseable {

  private static final CallLimits PATIENT = new CallLimits(Duration.ofSeconds(20), 1_000);

  private static final String CLUSTER = "runnel";

  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

  @SuppressWarnings("InlineFormatString") // Long, and read by itself.
  private static final String CONFIGURATION =
      """
      <infinispan xmlns="urn:infinispan:config:16.0" xmlns:server="urn:infinispan:server:16.0">
        <jgroups>
          <stack name="itself">
            <SHARED_LOOPBACK/>
            <SHARED_LOOPBACK_PING/>
            <pbcast.NAKACK2/>
            <UNICAST3/>
            <pbcast.STABLE/>
            <pbcast.GMS/>
            <FRAG4/>
          </stack>
        </jgroups>
        <cache-container name="default">
          <transport stack="itself" cluster="%1$d"/>
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
            <socket-binding name="default" port="%1$d"/>
          </socket-bindings>
          <security>
            <security-realms>
              <security-realm name="default">
                %2$s
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

  private TestServer(Server server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /** Somewhere on this machine. */
  static TestServer start(Path root) {
    return start(root, Ports.free(1).getFirst(), "");
  }

  /**
   * At that address.
   *
   * @param identities what the server proves who it is by, as XML
   */
  static TestServer start(Path root, InetSocketAddress address, String identities) {
    try {
      Path folder = Files.createDirectories(root.resolve("conf"));
      Files.createDirectories(root.resolve("data"));
      Files.createDirectories(root.resolve("lib"));
      Files.writeString(
          folder.resolve("infinispan.xml"), CONFIGURATION.formatted(address.getPort(), identities));
      Files.writeString(folder.resolve("users.properties"), "router=its-secret\nguest=another\n");
      Files.writeString(folder.resolve("groups.properties"), "router=admin\nguest=reader\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var server = new Server(root.toFile(), Path.of("infinispan.xml").toFile(), new Properties());
    var _ = server.run();
    Soon.holds("the server runs", () -> server.getStatus() == ComponentStatus.RUNNING);
    return new TestServer(server, address);
  }

  InetSocketAddress address() {
    return address;
  }

  RemoteStore connect(String router) {
    return connect(router, "router", "its-secret");
  }

  RemoteStore connect(String router, String user, String password) {
    return connect(router, user, password, Optional.empty());
  }

  RemoteStore connect(String router, String user, String password, Optional<Tls> tls) {
    return connect(router, at(CLUSTER, user, password, tls));
  }

  /** As a router of another cluster. */
  RemoteStore connectTo(String cluster, String router) {
    return connect(router, at(cluster, "router", "its-secret", Optional.empty()));
  }

  private Remote at(String cluster, String user, String password, Optional<Tls> tls) {
    return new Remote(cluster, List.of(address), Optional.of(new Login(user, password)), tls);
  }

  private static RemoteStore connect(String router, Remote remote) {
    return RemoteStore.connect(Settings.of(router, remote).within(PATIENT), remote);
  }

  /** Makes caches of these shapes, which say their names, as who administers the server does. */
  void make(List<String> shapes) {
    Remote remote = at(CLUSTER, "router", "its-secret", Optional.empty());
    var shape = ClientShape.of(Settings.of("admin", remote), remote);
    try (var client = new RemoteCacheManager(shape)) {
      for (String xml : shapes) {
        client.administration().createCache(name(xml), new StringConfiguration(xml));
      }
    }
  }

  private static String name(String xml) {
    Matcher name = NAME.matcher(xml);
    if (!name.find()) {
      throw new IllegalArgumentException("No name in " + xml);
    }
    return name.group(1);
  }

  /** Its own close leaves it running. */
  @Override
  public void close() {
    server.getExitHandler().exit(ExitStatus.SERVER_SHUTDOWN);
    Soon.holds("the server has ended", () -> server.getStatus() == ComponentStatus.TERMINATED);
  }
}
