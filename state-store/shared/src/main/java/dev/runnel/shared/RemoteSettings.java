package dev.runnel.shared;

import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Login;
import dev.runnel.infinispan.settings.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is configured about an Infinispan that others run, as the store wants it. */
record RemoteSettings(ClusterConfig.Remote config) {

  private static final String PREFIX = "runnel.cluster.remote.";

  /** Whether one is configured. */
  boolean wanted() {
    return config.servers().isPresent();
  }

  /** Whether anything is said about one that is not. */
  boolean astray() {
    return !wanted()
        && (config.user().isPresent()
            || config.password().isPresent()
            || config.passwordFile().isPresent()
            || config.tls()
            || config.trust().isPresent()
            || config.serverName().isPresent());
  }

  /**
   * Where it is, and how it is used.
   *
   * @param name that what is shared has there
   * @throws IllegalArgumentException saying what is wrong with the settings
   */
  Deployment read(String name) {
    return new Deployment.Remote(
        name,
        config.servers().orElse(List.of()).stream()
            .map(server -> Place.of(server, PREFIX + "servers").named())
            .toList(),
        login(),
        tls());
  }

  private Optional<Login> login() {
    Optional<String> password =
        new Secret(PREFIX + "password", config.password(), config.passwordFile()).read();
    if (config.user().isPresent() != password.isPresent()) {
      throw new IllegalArgumentException(
          "Of runnel.cluster.remote.user and runnel.cluster.remote.password, only the %s is set; set both or none."
              .formatted(password.isPresent() ? "password" : "user"));
    }
    return config.user().map(user -> new Login(user, password.orElseThrow()));
  }

  private Optional<Tls> tls() {
    if (!config.tls() && (config.trust().isPresent() || config.serverName().isPresent())) {
      throw new IllegalArgumentException(
          "runnel.cluster.remote.%s says how servers prove who they are, which they do by TLS only; set runnel.cluster.remote.tls=true."
              .formatted(config.trust().isPresent() ? "trust" : "server-name"));
    }
    config.trust().ifPresent(RemoteSettings::readable);
    return config.tls()
        ? Optional.of(new Tls(config.trust(), config.serverName()))
        : Optional.empty();
  }

  private static void readable(Path trust) {
    if (!Files.isReadable(trust)) {
      throw new IllegalArgumentException(
          "runnel.cluster.remote.trust is %s, which cannot be read; expected a file of certificates as PEM."
              .formatted(trust));
    }
  }
}
