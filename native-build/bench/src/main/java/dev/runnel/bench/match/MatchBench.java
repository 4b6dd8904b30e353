package dev.runnel.bench.match;

import dev.runnel.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package, all or those that JMH's arguments choose. */
public final class MatchBench {

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
    var all = new OptionsBuilder().parent(options).addProfiler(GCProfiler.class);
    if (options.getIncludes().isEmpty()) {
      all.include(MatchBench.class.getPackageName().replace(".", "\\.") + "\\..*");
    }
    Collection<RunResult> results = new Runner(all.build()).run();
    Files.writeString(Path.of(given.getFirst()), new MatchReport(results).text(Machine.told()));
  }
}
