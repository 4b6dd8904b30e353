package dev.runnel.server.invoke.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority of a test's own, with one certificate for {@code localhost}. */
final class TestAuthority {

  static final String PASSWORD = "changeit";

  private static final int PATIENCE_SECONDS = 30;
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";

  private final Path keys;

  private TestAuthority(Path keys) {
    this.keys = keys;
  }

  /** A new one, whose files stand in this folder. */
  static TestAuthority in(Path folder) throws IOException, InterruptedException {
    var authority = new TestAuthority(folder.resolve("keys.p12"));
    authority.keyPair(AUTHORITY, "-dname", "CN=Test authority", "-ext", "bc:critical=ca:true");
    authority.keyPair(
        SERVER, "-dname", "CN=localhost", "-signer", AUTHORITY, "-ext", "san=dns:localhost");
    return authority;
  }

  /** The server's key, its certificate, and the authority's. */
  Path keys() {
    return keys;
  }

  /** A file that names this authority, and no other, as trusted. */
  Path trusted() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      all.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
    Path file = keys.resolveSibling("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private void keyPair(String alias, String... more) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-validity", "2"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
