package dev.runnel.faults.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routers with their database and their functions, each in processes of its own, over a folder of
 * their own. Closing it ends them all.
 *
 * @param proxy between the router and the database, where there is one
 * @param bridge between the routers and all others, where each is in a namespace of its own
 */
public record Platform(
    List<Router> routers,
    Functions functions,
    Database database,
    @Nullable Proxy proxy,
    @Nullable Bridge bridge)
    implements AutoCloseable {

  private static final Path ALL = Path.of("target", "faults").toAbsolutePath();
  private static final String RETRY = "{ attempts: 20, delay: 200ms, max: 1s }";

  /** With the database that the router starts for itself. */
  public static Platform start(String name) throws IOException {
    return start(name, Settings.DEFAULTS);
  }

  /** The same, with other settings of the router. */
  public static Platform start(String name, Settings settings) throws IOException {
    Path folder = fresh(ALL.resolve(name));
    var functions = new Functions(folder);
    Path data = settings.data().orElse(folder.resolve("data"));
    var environment = new HashMap<>(settings.environment());
    environment.put("RUNNEL_DATA", data.toString());
    var router = new Router(folder, Place.here(), settings.heap(), environment);
    Database database = Database.at(data.resolve("database"));
    return new Platform(List.of(router), functions, database, null, null).ready();
  }

  /** With a database that the router is told of, and reaches through a proxy. */
  public static Platform startApart(String name) throws IOException {
    Path folder = fresh(ALL.resolve(name));
    Path data = folder.resolve("database");
    Database database = Database.open(data);
    var proxy = Proxy.to(database.port());
    var settings = Map.of("RUNNEL_DATABASE_URL", database.url(Ports.LOOPBACK, proxy.port()));
    var router = new Router(folder, Place.here(), Settings.DEFAULTS.heap(), settings);
    return new Platform(List.of(router), new Functions(folder), database, proxy, null).ready();
  }

  /** Several routers over one database, each in a network namespace. */
  public static Platform startCluster(String name, int routers) throws IOException {
    return Cluster.start(fresh(ALL.resolve(name)), routers).ready();
  }

  /** The only router, or the first. */
  public Router router() {
    return routers.getFirst();
  }

  /** Where events are posted to each router. */
  public List<URI> roots() {
    return routers.stream().map(Router::root).toList();
  }

  /** More functions, in a process beside the others. Whoever asks for them closes them. */
  public Functions besides(String name) throws IOException {
    var more = new Functions(fresh(functions.ledger().resolveSibling(name)));
    router().put(manifests(name + ".yaml", more));
    return more;
  }

  /** The proxy. */
  public Proxy between() {
    if (proxy == null) {
      throw new IllegalStateException("this platform has no proxy; start it apart");
    }
    return proxy;
  }

  /** The bridge. */
  public Bridge network() {
    if (bridge == null) {
      throw new IllegalStateException("this platform has no bridge; start a cluster");
    }
    return bridge;
  }

  @Override
  public void close() {
    routers.forEach(Router::close);
    functions.close();
    if (proxy != null) {
      proxy.close();
    }
    database.end();
    if (bridge != null) {
      bridge.close();
    }
  }

  private Platform ready() {
    try {
      router().put(manifests("functions.yaml", functions));
      routers.forEach(Router::awaitFunctions);
      return this;
    } catch (AssertionError | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static String manifests(String file, Functions functions) {
    try (var in = Platform.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not beside its class");
      }
      return new String(in.readAllBytes(), UTF_8)
          .replace("@url@", functions.url().toString())
          .replace("@retry@", RETRY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Removal());
    }
    return Files.createDirectories(folder);
  }

  /**
   * How a router is set up.
   *
   * @param heap the most that it may take, as in {@code 512m}
   * @param data where its data lies, if not in the platform's folder
   */
  public record Settings(String heap, Optional<Path> data, Map<String, String> environment) {

    static final Settings DEFAULTS = new Settings("512m", Optional.empty(), Map.of());

    public Settings {
      environment = Map.copyOf(environment);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
