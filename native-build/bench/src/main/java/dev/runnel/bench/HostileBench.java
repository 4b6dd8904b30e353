package dev.runnel.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What hostile callers do to one in good faith. In turns it calls alone, beside an attack on the
 * router, and beside the same attack on another server of this machine: what the last costs is the
 * machine's doing, not the router's. Every server and every caller is a process of its own.
 */
public final class HostileBench {

  /** Of each of the two servers. */
  static final int MAX_CONNECTIONS = 2_000;

  private static final int PER_SECOND = 200;
  private static final int WARM_CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 300;
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

  private final int pairs;
  private final Duration turn;
  private final CallerProcess steady;
  private final int router;
  private final int other;

  private HostileBench(int pairs, Duration turn, CallerProcess steady, int router, int other) {
    this.pairs = pairs;
    this.turn = turn;
    this.steady = steady;
    this.router = router;
    this.other = other;
  }

  /**
   * Arguments: where to write the report, pairs of turns (10), seconds of a turn (2), and which
   * attacks, by default all.
   */
  public static void main(String[] args) throws Exception {
    List<Attack> attacks =
        args.length > 3
            ? Arrays.stream(args).skip(3).map(Attack::named).toList()
            : List.of(Attack.values());
    int pairs = Integer.parseInt(args[1]);
    var turn = Duration.ofMillis((long) (Double.parseDouble(args[2]) * 1_000));
    Path folder = Files.createTempDirectory("runnel-bench-hostile");
    int router = freePort();
    int other = freePort();
    try (var routing = Server.start("router", router, folder, routerCommand(router));
        var _ = Server.start("sink", other, folder, sinkCommand(other));
        var steady =
            CallerProcess.start(SteadyCaller.class, router, PER_SECOND, "bench.local", 200)) {
      warmUp(router);
      var bench = new HostileBench(pairs, turn, steady, router, other);
      Map<Attack, List<Round>> rounds = new EnumMap<>(Attack.class);
      for (Attack attack : attacks) {
        rounds.put(attack, bench.rounds(attack));
      }
      String report =
          new HostileReport(pairs, turn, PER_SECOND).text(rounds, routing.blockedEventLoops());
      IO.println(report);
      Files.writeString(Path.of(args[0]), report);
    }
  }

  /**
   * One turn each.
   *
   * @param sent how much the hostile caller has sent to the router, in what it counts
   */
  record Round(Steadiness alone, Steadiness attacked, Steadiness elsewhere, long sent) {}

  private List<Round> rounds(Attack attack) throws IOException, InterruptedException {
    var rounds = new ArrayList<Round>();
    try (var hostile = CallerProcess.start(HostileCaller.class, attack.shown())) {
      round(hostile); // not counted: whatever the attack meets first is compiled meanwhile
      for (int i = 1; i <= pairs; i++) {
        rounds.add(round(hostile));
        IO.println(attack.shown() + ", round " + i + " of " + pairs + ": " + rounds.getLast());
      }
    }
    return rounds;
  }

  private Round round(CallerProcess hostile) throws IOException, InterruptedException {
    Steadiness alone = calls();
    hostile.order(Integer.toString(router));
    Steadiness attacked = calls();
    long sent = Long.parseLong(hostile.order("stop"));
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    hostile.order(Integer.toString(other));
    Steadiness elsewhere = calls();
    hostile.order("stop");
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    return new Round(alone, attacked, elsewhere, sent);
  }

  private Steadiness calls() throws IOException {
    return Steadiness.read(steady.order(Long.toString(turn.toMillis())));
  }

  private static void warmUp(int router) throws IOException {
    new Load(new Load.Target.Port(router), Subject.request("/", "bench.local"))
        .run(WARM_CONNECTIONS, WARM_UP);
  }

  private static List<String> routerCommand(int port) {
    var command = new ArrayList<>(HEAP);
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Drunnel.http.max-connections=" + MAX_CONNECTIONS);
    command.addAll(List.of("-jar", System.getProperty("runnel.bench.application")));
    return command;
  }

  private static List<String> sinkCommand(int port) {
    var command = new ArrayList<>(HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BareSink.class.getName(), Integer.toString(port)));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
