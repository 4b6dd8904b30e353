package dev.runnel.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs for one system, as a library brings it. */
record Bundle(String resource) {

  private static final int EXECUTABLE = 0b001_000_000;
  private static final int HASH_LETTERS = 16;

  /** The one for this system. */
  static Bundle here() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    var bundle = new Bundle(resource(system.startsWith("mac") ? "darwin" : system, processor));
    if (Bundle.class.getResource(bundle.resource()) == null) {
      throw new DatabaseUnavailableException(
          "Runnel brings PostgreSQL for Linux (x86_64, with glibc or musl; arm64 with glibc) and macOS, and this is %s on %s (%s). Use a PostgreSQL server of your own."
              .formatted(system, processor, bundle.resource()));
    }
    return bundle;
  }

  /** The name by which different archives can lie in one folder. */
  String name() throws IOException {
    try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
      return "postgresql-" + hash.substring(0, HASH_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Writes all files into this folder. */
  void unpack(Path folder) throws IOException {
    readable(folder, true);
    try (InputStream archive = open()) {
      if (SystemTar.unpack(archive, folder)) {
        return;
      }
    }
    Trees.delete(folder);
    unpackInJava(Files.createDirectories(folder));
  }

  /** The same where the system has no program for it; takes about a second longer. */
  void unpackInJava(Path folder) throws IOException {
    readable(folder, true);
    try (var archive = new TarArchiveInputStream(new XZInputStream(open()))) {
      TarArchiveEntry entry = archive.getNextEntry();
      while (entry != null) {
        write(entry, archive, inside(folder, entry));
        entry = archive.getNextEntry();
      }
    }
  }

  private static Path inside(Path folder, TarArchiveEntry entry) throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("the archive has a file outside of its folder: " + entry.getName());
    }
    return file;
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      readable(Files.createDirectories(file), true);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, file);
      readable(file, (entry.getMode() & EXECUTABLE) != 0);
    }
  }

  /** For everybody, whatever this process' umask: another user may run the server. */
  private static void readable(Path file, boolean executable) throws IOException {
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private InputStream open() throws IOException {
    InputStream in = Bundle.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("the archive %s is not on the class path".formatted(resource));
    }
    return in;
  }

  private static String resource(String system, String processor) {
    String architecture =
        switch (processor) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> processor;
        };
    boolean musl = Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"));
    return "/postgres-%s-%s%s.txz"
        .formatted(
            system, architecture, musl && architecture.equals("x86_64") ? "-alpine_linux" : "");
  }
}
