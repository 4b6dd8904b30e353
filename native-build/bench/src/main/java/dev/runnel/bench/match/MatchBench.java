package dev.runnel.bench.match;

import dev.runnel.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package, all or those that JMH's arguments choose. */
public final class MatchBench {

  private static final String HOSTILE = HostileEvents.class.getSimpleName();

  private static final String EVERYTHING =
      MatchBench.class.getPackageName().replace(".", "\\.") + "\\..*";

  private MatchBench() {}

  /** Takes the file to write to, and then what JMH takes. */
  public static void main(String[] arguments)
      throws IOException, RunnerException, CommandLineOptionException {
    List<String> given = List.of(arguments);
    var options = new CommandLineOptions(given.subList(1, given.size()).toArray(String[]::new));
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    String report = new MatchReport(results(options)).text(Machine.told());
    boolean withHostile = options.getIncludes().stream().allMatch(HOSTILE::equals);
    Files.writeString(
        Path.of(given.getFirst()), withHostile ? report + new HostileEvents().table() : report);
  }

  /** Nothing where {@link HostileEvents} alone are asked for, which JMH has no part in. */
  private static List<RunResult> results(CommandLineOptions options) throws RunnerException {
    var results = new ArrayList<RunResult>();
    if (options.getIncludes().isEmpty()) {
      results.addAll(run(all(options).include(EVERYTHING)));
      results.addAll(
          run(
              all(options)
                  .include(TenantBench.class.getName())
                  .param("tenants", "200")
                  .param("ranges", "true")));
    } else if (!options.getIncludes().stream().allMatch(HOSTILE::equals)) {
      results.addAll(run(all(options)));
    }
    return results;
  }

  private static ChainedOptionsBuilder all(CommandLineOptions options) {
    return new OptionsBuilder().parent(options).addProfiler(GCProfiler.class);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }
}
