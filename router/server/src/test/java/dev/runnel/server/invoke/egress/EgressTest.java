package dev.runnel.server.invoke.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.server.invoke.address.Destination;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls may go, and where not; names resolve to what a test says. */
class EgressTest {

  private final List<String> asked = new ArrayList<>();
  private List<InetAddress> addresses = List.of();

  @ParameterizedTest
  @CsvSource({
    "localhost, http://localhost:8080/, 127.0.0.1",
    "localhost, http://localhost/, ::1",
    "localhost, http://127.0.0.1:8080/, ",
    "localhost, http://127.8.8.8/, ",
    "localhost, http://2130706433/, ",
    "localhost, http://[::1]/, ",
    "localhost, http://[::ffff:127.0.0.1]/, ",
    "localhost:8080, http://localhost:8080/, 127.0.0.1",
    "api.example.com, http://API.example.com/, 93.184.216.34",
    "api.example.com, http://api.example.com./, 93.184.216.34",
    "api.example.com, https://api.example.com/, 10.1.2.3",
    "api.example.com:443, https://api.example.com/, 93.184.216.34",
    "*.svc.cluster.local, http://x.ns.svc.cluster.local/, 10.1.2.3",
    "10.0.0.0/8, http://10.1.2.3/, ",
    "fd00::/8, http://[fd12::1]/, ",
    "10.1.2.3:80, http://10.1.2.3/, ",
    "[fd12::1]:80, http://[fd12::1]/, ",
    "169.254.169.254, http://169.254.169.254/, ",
    "'metadata.internal;169.254.0.0/16', http://metadata.internal/, 169.254.169.254"
  })
  void lets(String allow, String url, @Nullable String resolved) {
    assertThat(clear(allow, url, resolved)).isInstanceOf(Clearance.Cleared.class);
    assertThat(egress(allow).objection(Destination.of(url, "one"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, http://example.com/",
    "localhost, http://10.1.2.3/",
    "localhost, http://169.254.169.254/latest/meta-data",
    "localhost, http://[::ffff:169.254.169.254]/",
    "localhost, http://[fd00:ec2::254]/",
    "localhost, http://[::]/",
    "localhost, http://0.0.0.0/",
    "localhost, http://2852039166/",
    "localhost, http://0x7f000001/",
    "localhost, http://0xa9fea9fe/",
    "10.0.0.0/8, http://2130706433/",
    "localhost, http://localhost.example.com/",
    "localhost:8080, http://localhost:8081/",
    "api.example.com:443, http://api.example.com/",
    "api.example.com, http://xapi.example.com/",
    "api.example.com, http://api.example.com.evil.org/",
    "*.example.com, http://example.com/",
    "*.example.com, http://evilexample.com/",
    "10.0.0.0/8, http://11.0.0.1/",
    "10.0.0.0/8, http://internal.example.com/",
    "10.1.2.3:80, http://10.1.2.3:81/"
  })
  void keepsFromWhatIsNotListedWithoutAskingForAnyName(String allow, String url) {
    assertThat(clear(allow, url, "127.0.0.1")).isInstanceOf(Clearance.Denied.class);
    assertThat(egress(allow).objection(Destination.of(url, "one"))).isPresent();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "ff02::1",
        "fd00:ec2::254",
        "93.184.216.34;127.0.0.1",
        "93.184.216.34;169.254.169.254"
      })
  void keepsFromNamesThatLeadToWhereNoNameMayLead(String resolved) {
    Clearance clearance = clear("api.example.com", "http://api.example.com/", resolved);

    assertThat(clearance).isInstanceOf(Clearance.Denied.class);
    assertThat(clearance.toString()).doesNotContain("127.0", "169.254");
  }

  @Test
  void connectsToTheAddressThatWasLookedAt() {
    Clearance clearance =
        clear("api.example.com", "http://api.example.com/", "93.184.216.34;10.0.0.1");
    addresses = resolved("127.0.0.1"); // what the name says a moment later

    assertThat(((Clearance.Cleared) clearance).destination().address())
        .isEqualTo(InetAddress.ofLiteral("93.184.216.34"));
    assertThat(asked).containsExactly("api.example.com");
  }

  @Test
  void saysWhenANameIsUnknown() {
    assertThat(clear("api.example.com", "http://api.example.com/", null))
        .isInstanceOf(Clearance.Nowhere.class);
  }

  @Test
  void takesEveryFormOfAnAddressForAnAddress() {
    assertThat(List.of("127.1", "2130706433", "127.0.0.1", "::1")).allMatch(Network::isLiteral);
    AllowList named = AllowList.of(List.of("127.1"));
    assertThat(named.allows("127.0.0.1", 80, InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(named.allows("127.0.0.1", 80, InetAddress.ofLiteral("127.0.0.2"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://host/", "host:x", "*", "a.*.b", "10.0.0.0/33", "10.0.0/x", "::1/129"})
  void refusesAListThatCannotBeRead(String entry) {
    assertThatThrownBy(() -> AllowList.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("runnel.egress.allow")
        .hasMessageContaining("expected host");
  }

  @Test
  void letsUnixSocketsBe() {
    assertThat(clear("localhost", "unix:/run/x.sock", null)).isInstanceOf(Clearance.Cleared.class);
    assertThat(asked).isEmpty();
  }

  private Clearance clear(String allow, String url, @Nullable String resolved) {
    addresses = resolved(resolved);
    return egress(allow).clear(Destination.of(url, "one")).await().indefinitely();
  }

  private Egress egress(String allow) {
    return new Egress(AllowList.of(List.of(allow.split(";", -1))), this::resolve);
  }

  private Uni<List<InetAddress>> resolve(String host) {
    asked.add(host);
    return addresses.isEmpty()
        ? Uni.createFrom().failure(new IOException("unknown"))
        : Uni.createFrom().item(addresses);
  }

  private static List<InetAddress> resolved(@Nullable String addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses.split(";", -1)).map(InetAddress::ofLiteral).toList();
  }
}
