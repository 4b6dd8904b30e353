package dev.runnel.faults.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * How several routers over one database are set up: each in a network namespace, with an address of
 * its own; the database and the functions at one each on the bridge between them.
 */
final class Cluster {

  private static final int PORT = 8080;
  private static final String HEAP = "384m";

  private final Path folder;
  private final Deque<Runnable> ends = new ArrayDeque<>();

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /** Starts one, which does not have its functions yet. */
  static Platform start(Path folder, int routers) throws IOException {
    var cluster = new Cluster(folder);
    try {
      return cluster.start(routers);
    } catch (IOException | RuntimeException e) {
      cluster.ends.forEach(Runnable::run);
      throw e;
    }
  }

  /** What a router of a cluster is called among the others. */
  static String name(int number) {
    return "router-" + number;
  }

  private Platform start(int number) throws IOException {
    Bridge bridge = Bridge.of(number);
    ends.push(bridge::close);
    Path data = folder.resolve("database");
    Database database = Database.open(data, bridge.database(), bridge.network());
    ends.push(database::end);
    var functions = new Functions(folder, bridge.functions());
    ends.push(functions::close);
    var routers = new ArrayList<Router>();
    for (int i = 0; i < number; i++) {
      Router router = router(i, bridge, database);
      ends.push(router::close);
      routers.add(router);
    }
    return new Platform(List.copyOf(routers), functions, database, null, bridge);
  }

  private Router router(int number, Bridge bridge, Database database) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name(number)));
    var place = new Place(bridge.address(number), PORT, bridge.entrance(number));
    return new Router(own, place, HEAP, settings(number, bridge, database));
  }

  /** What a router is told of its place among the others; whatever else they share comes here. */
  private static Map<String, String> settings(int number, Bridge bridge, Database database)
      throws IOException {
    return Map.of(
        "RUNNEL_ROUTER_NAME", name(number),
        "RUNNEL_DATABASE_URL", database.url(bridge.database(), database.port()),
        "RUNNEL_EGRESS_ALLOW", bridge.network(),
        "RUNNEL_OPEN", "true");
  }
}
