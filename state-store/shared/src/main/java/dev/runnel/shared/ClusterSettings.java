package dev.runnel.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.cache.CallLimits;
import dev.runnel.infinispan.settings.ClusterKey;
import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Discovery;
import dev.runnel.infinispan.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is configured, as the store wants it; names are looked up and files read anew each time. */
record ClusterSettings(ClusterConfig config, String router) {

  /** A name or an IPv4 address, or an IPv6 address in brackets, and a port. */
  private static final Pattern PLACE = Pattern.compile("(?:\\[(.+)]|([^:]+)):([0-9]{1,5})");

  private static final int HIGHEST_PORT = 65_535;

  /** Whether anything is configured that a store in memory alone does not do. */
  boolean wanted() {
    return isCluster() || config.folder().isPresent();
  }

  private boolean isCluster() {
    return config.members().isPresent() || config.dns().isPresent();
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException saying what is wrong with them
   */
  Settings read() {
    var limits = new CallLimits(config.timeout(), CallLimits.DEFAULTS.most());
    Settings settings = Settings.of(router, deployment()).within(limits);
    return config.folder().map(settings::keptIn).orElse(settings);
  }

  private Deployment deployment() {
    return isCluster()
        ? new Deployment.Cluster(config.name(), bind(), discovery(), key())
        : new Deployment.Alone();
  }

  private InetSocketAddress bind() {
    return new InetSocketAddress(config.address(), port(config.port(), "runnel.cluster.port"));
  }

  private Discovery discovery() {
    if (config.members().isPresent() && config.dns().isPresent()) {
      throw new IllegalArgumentException(
          "Both runnel.cluster.members and runnel.cluster.dns say where routers are; set one.");
    }
    return config
        .dns()
        .<Discovery>map(Discovery.Dns::new)
        .orElseGet(() -> listed(config.members().orElse(List.of())));
  }

  /** Who has no address yet finds this router later. */
  private static Discovery listed(List<String> members) {
    List<InetSocketAddress> known =
        members.stream()
            .map(ClusterSettings::place)
            .filter(place -> !place.isUnresolved())
            .toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "None of runnel.cluster.members (%s) has an address.".formatted(members));
    }
    return new Discovery.Listed(known);
  }

  private static InetSocketAddress place(String member) {
    Matcher place = PLACE.matcher(member.strip());
    if (!place.matches()) {
      throw new IllegalArgumentException(
          "runnel.cluster.members has '%s'; expected host:port, as in 10.0.0.1:7800 or [::1]:7800."
              .formatted(member));
    }
    String host = place.group(1) == null ? place.group(2) : place.group(1);
    return new InetSocketAddress(
        host, port(Integer.parseInt(place.group(3)), "runnel.cluster.members"));
  }

  private static int port(int number, String setting) {
    if (number < 1 || number > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "%s has port %d; expected 1 to %d.".formatted(setting, number, HIGHEST_PORT));
    }
    return number;
  }

  private Optional<ClusterKey> key() {
    if (config.key().isPresent() && config.keyFile().isPresent()) {
      throw new IllegalArgumentException(
          "Both runnel.cluster.key and runnel.cluster.key-file say the key; set one.");
    }
    return config.key().or(() -> config.keyFile().map(ClusterSettings::read)).map(ClusterKey::new);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "runnel.cluster.key-file is %s, which cannot be read (%s).".formatted(file, e), e);
    }
  }
}
