package dev.runnel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder for each test, with real servers over it, all of which end with the test. */
final class ServerFixture implements BeforeEachCallback, AfterEachCallback {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<EmbeddedDatabase> opened = new ArrayList<>();
  private final List<OtherRouter> others = new ArrayList<>();
  private Path top = Path.of("");

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    // Everybody may pass, as the server may run as another user.
    top = Files.createTempDirectory("runnel-embedded-");
    Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (var other : others) {
      other.kill();
    }
    opened.forEach(EmbeddedDatabase::close);
    if (Files.isDirectory(folder().root())) {
      kill(IdleWatch.signature(folder().watch()).orElse(0));
      kill(Postmaster.over(folder()).map(Postmaster::pid).orElse(0L));
    }
    opened.clear();
    others.clear();
    Trees.delete(top);
  }

  /** Where the data lies. */
  DataFolder folder() {
    return new DataFolder(top.resolve("data"));
  }

  /** A place beside it. */
  Path beside(String name) {
    return top.resolve(name);
  }

  DatabaseSettings settings() {
    return DatabaseSettings.in(folder().root());
  }

  EmbeddedDatabase open() {
    return open(settings());
  }

  EmbeddedDatabase open(DatabaseSettings settings) {
    var database = EmbeddedDatabase.open(settings);
    opened.add(database);
    return database;
  }

  /** Another JVM that opens the folder. */
  OtherRouter openElsewhere(Duration idle) throws IOException {
    var other = OtherRouter.start(List.of(), System.getProperty("java.class.path"), folder(), idle);
    others.add(other);
    return other;
  }

  /** The same, as another user, with a class path that this one can read. */
  OtherRouter openAs(int uid, String classPath) throws IOException {
    var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
    var other = OtherRouter.start(prefix, classPath, folder(), Duration.ofSeconds(30));
    others.add(other);
    return other;
  }

  /** Kills a process, and returns when it is gone. */
  static void kill(long pid) throws Exception {
    if (RunningProcess.of(pid).isPresent()) {
      signal("KILL", pid);
      eventually(() -> RunningProcess.of(pid).isEmpty());
    }
  }

  static void signal(String name, long pid) throws Exception {
    assertThat(Command.run(List.of("kill", "-" + name, Long.toString(pid))).exit()).isZero();
  }

  /** Waits until something is so. */
  static void eventually(Callable<Boolean> truth) throws Exception {
    var patience = Patience.of(PATIENCE);
    while (!truth.call()) {
      assertThat(patience.lasts()).as("came true within %s", PATIENCE).isTrue();
    }
  }
}
