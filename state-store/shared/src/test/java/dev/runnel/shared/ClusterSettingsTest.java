package dev.runnel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Discovery;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.settings.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {

  private static final String KEY = "a-key-that-nobody-can-guess";

  @TempDir Path folder;

  @Test
  void wantsNothingWhereNobodyIsNamed() {
    assertThat(settings(Map.of()).wanted()).isFalse();
  }

  @Test
  void isOneRouterAloneWhereOnlyAFolderIsNamed() {
    ClusterSettings settings = settings(Map.of("folder", folder.toString()));

    assertThat(settings.wanted()).isTrue();
    assertThat(settings.read().deployment()).isInstanceOf(Deployment.Alone.class);
    assertThat(settings.read().folder()).contains(folder);
  }

  @Test
  void listsMembers() {
    Settings read =
        settings(
                Map.of(
                    "members",
                    "127.0.0.1:7800, [::1]:7801,nobody.invalid:7800",
                    "address",
                    "127.0.0.1",
                    "port",
                    "7802",
                    "timeout",
                    "PT1S"))
            .read();

    Deployment.Cluster cluster = (Deployment.Cluster) read.deployment();
    assertThat(cluster.name()).isEqualTo("runnel");
    assertThat(cluster.bind()).isEqualTo(place("127.0.0.1", 7802));
    assertThat(cluster.discovery())
        .isEqualTo(new Discovery.Listed(List.of(place("127.0.0.1", 7800), place("::1", 7801))));
    assertThat(read.limits().patience()).isEqualTo(Duration.ofSeconds(1));
    assertThat(read.router()).isEqualTo("here");
  }

  @Test
  void readsTheKeyFromAFileEachTime() throws IOException {
    Path file = folder.resolve("key");
    ClusterSettings settings = settings(Map.of("dns", "routers", "key-file", file.toString()));
    assertThatThrownBy(settings::read).hasMessageContaining("runnel.cluster.key-file is " + file);

    Files.writeString(file, KEY + "\n");

    Deployment.Cluster cluster = (Deployment.Cluster) settings.read().deployment();
    assertThat(new String(cluster.key().orElseThrow().characters())).isEqualTo(KEY);
    assertThat(cluster.discovery()).isEqualTo(new Discovery.Dns("routers"));
  }

  @Test
  void isAnInfinispanThatOthersRun() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    Path trust = Files.writeString(folder.resolve("ca.pem"), "");
    ClusterSettings settings =
        settings(
            Map.of(
                "name",
                "shop",
                "remote.servers",
                "ispn.invalid:11222,[::1]:11223",
                "remote.user",
                "router",
                "remote.password-file",
                password.toString(),
                "remote.tls",
                "true",
                "remote.trust",
                trust.toString()));

    assertThat(settings.wanted()).isTrue();
    assertThat(settings.read().deployment())
        .isEqualTo(
            new Deployment.Remote(
                "shop",
                List.of(
                    InetSocketAddress.createUnresolved("ispn.invalid", 11222),
                    InetSocketAddress.createUnresolved("::1", 11223)),
                Optional.of(new Login("router", "secret")),
                Optional.of(new Tls(Optional.of(trust), Optional.empty()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "members | here          |         |                | expected host:port",
        "members | here:70000    |         |                | expected 1 to 65535",
        "members | nobody.invalid:1 |      |                | has an address",
        "members | 127.0.0.1:1   | dns     | routers        | set one",
        "members | 127.0.0.1:1   | port    | 0              | runnel.cluster.port has port 0",
        "members | 127.0.0.1:1   | address | nobody.invalid | no address of this machine",
        "members | 127.0.0.1:1   | address | 192.0.2.1      | without a key",
        "members | 127.0.0.1:1   | key     | short          | 5 characters",
        "members | 127.0.0.1:1   | remote.servers | 127.0.0.1:2 | runnel.cluster.members say where",
        "dns | routers           | remote.servers | 127.0.0.1:2 | runnel.cluster.dns say where",
        "folder | /tmp           | remote.servers | 127.0.0.1:2 | keeps it itself",
        "remote.servers | here   |         |                | remote.servers has 'here'",
        "remote.servers | a:1    | remote.user | router     | only the user is set",
        "remote.servers | a:1    | remote.password | secret | only the password is set",
        "remote.servers | a:1    | remote.trust | ca.pem     | remote.tls=true",
        "remote.tls | true       |         |                | no runnel.cluster.remote.servers",
      })
  void saysWhatIsWrong(String name, String value, String other, String second, String said) {
    Map<String, String> configured =
        other == null ? Map.of(name, value) : Map.of(name, value, other, second);

    assertThatThrownBy(settings(configured)::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  private static InetSocketAddress place(String host, int port) {
    return new InetSocketAddress(host, port);
  }

  private static ClusterSettings settings(Map<String, String> configured) {
    return new ClusterSettings(Configured.as(configured), "here");
  }
}
