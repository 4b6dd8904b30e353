package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As whom the server runs, when the tests themselves run as root. */
class ServerUserTest {

  private static final String UID = "unix:uid";

  @RegisterExtension final ServerFixture server = new ServerFixture();

  @BeforeEach
  void needsRoot() throws IOException {
    assumeTrue(Command.run(List.of("id", "-u")).output().equals("0"), "the tests run as root");
  }

  @Test
  void rootsOwnFolderGetsAServerThatOwnsItsFilesAndIsNotRoot() throws Exception {
    EmbeddedDatabase database = server.open();

    assertThat(Files.getAttribute(server.folder().database(), UID))
        .isEqualTo(Files.getAttribute(server.folder().root(), UID));
    assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void theFoldersOwnerRunsTheServerForRoot() throws Exception {
    int nobody = nobody();
    Files.createDirectories(server.folder().root());
    Files.setAttribute(server.folder().root(), UID, nobody);
    var settings = server.settings().unpackingTo(server.beside("cache"));

    EmbeddedDatabase database = server.open(settings);

    assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
    assertThat(owner(database.processId())).isEqualTo(nobody);
    ServerFixture.eventually(() -> IdleWatch.isOver(server.folder()));
    assertThat(owner(IdleWatch.signature(server.folder().watch()).orElseThrow())).isEqualTo(nobody);
    database.restart(Shutdown.FAST);
    assertThat(Sql.query(database.access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void suTakesTheStepWhereSetprivIsMissing() throws Exception {
    var user = new ServerUser(ServerUser.bySu("nobody"), nobody());

    Command asked =
        Command.run(user.command(Path.of("/bin/sh"), "-c", "id -u; echo \"$1\"", "sh", "a b"));

    assertThat(asked.output().lines()).containsExactly(Integer.toString(nobody()), "a b");
  }

  @Test
  void aFolderThatTheServersUserCannotReachIsRefused() throws Exception {
    var folder = new DataFolder(Files.createDirectories(server.beside("closed").resolve("data")));
    Files.setPosixFilePermissions(
        server.beside("closed"), PosixFilePermissions.fromString("rwx------"));

    assertThatThrownBy(() -> ServerUser.switched(nobody(), folder))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("cannot reach " + folder.root())
        .hasMessageContaining("chmod o+x");
  }

  @Test
  void worksForWhoeverIsNotRoot() throws Exception {
    Files.createDirectories(server.folder().root());
    Files.setAttribute(server.folder().root(), UID, nobody());

    OtherRouter router = server.openAs(nobody(), readableClassPath());

    assertThat(owner(router.opened())).isEqualTo(nobody());
    assertThat(Sql.query(server.open().access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aForeignFolderIsRefused() throws Exception {
    Files.createDirectories(server.folder().root());

    OtherRouter router = server.openAs(nobody(), readableClassPath());

    assertThat(router.refusal())
        .contains("belongs to root, and this process runs as nobody")
        .contains(server.folder().root().toString());
  }

  private static int nobody() throws IOException {
    return Integer.parseInt(Command.run(List.of("id", "-u", "nobody")).output());
  }

  private static int owner(long process) throws IOException {
    return (Integer) Files.getAttribute(Path.of("/proc", Long.toString(process)), UID);
  }

  /** Copies of what another user cannot reach, without the archives for other systems. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectories(server.beside("classes"));
    String archive = String.valueOf(Bundle.class.getResource(Bundle.here().resource()));
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Stream.of(entries)
        .filter(entry -> !entry.isEmpty())
        .filter(entry -> !entry.contains("binaries-") || archive.contains(entry))
        .map(entry -> copied(Path.of(entry), copies))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String copied(Path entry, Path copies) {
    Path copy = copies.resolve(copies.toFile().list().length + "-" + entry.getFileName());
    try {
      Command copied = Command.run(List.of("cp", "-r", entry.toString(), copy.toString()));
      assertThat(copied.exit()).as(copied.output()).isZero();
      return copy.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
