package dev.runnel.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What native executables cost: beside the same in a JVM, with and without its ahead-of-time cache,
 * and beside a worker in JavaScript; or only whether they keep their budgets.
 */
public final class StartBench {

  /** Whoever shares the machine may spoil most starts; a change spoils all. */
  private static final int TRIES = 5;

  private StartBench() {}

  /**
   * Arguments: {@code check}, the folder with the executables, and the file of their budgets; or
   * {@code compare}, both of these, the folder with the capabilities' projects, the report to
   * write, the page with a table to renew, the executable of workerd, and the folder with its
   * worker.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start");
    List<Startable> executables = executables(Path.of(arguments[1]));
    Budgets budgets = Budgets.in(Path.of(arguments[2]));
    if (arguments[0].equals("check")) {
      check(executables, budgets, folder);
    } else {
      var all = new ArrayList<Startable>(executables);
      all.addAll(inJvms(executables, Path.of(arguments[3]), folder));
      if (Files.exists(Path.of(arguments[6]))) {
        all.add(Startable.worker(Path.of(arguments[6]), Path.of(arguments[7])));
      }
      Seen seen = Seen.of(all, folder);
      executables.forEach(executable -> budgets.keep(executable, seen));
      budgets.write();
      Files.writeString(Path.of(arguments[4]), StartReport.of(seen));
      StartReport.into(Path.of(arguments[5]), seen);
      IO.println(StartReport.of(seen));
    }
  }

  private static void check(List<Startable> executables, Budgets budgets, Path folder)
      throws IOException, InterruptedException {
    var exceeded = new ArrayList<String>();
    for (Startable executable : executables) {
      if (budgets.has(executable.capability())) {
        exceeded.addAll(exceeded(executable, budgets, folder));
      } else {
        exceeded.add(
            executable.capability() + ": it has no budget yet; ./runnel bench native gives it one");
      }
    }
    if (!exceeded.isEmpty()) {
      exceeded.forEach(IO::println);
      System.exit(1);
    }
  }

  private static List<String> exceeded(Startable executable, Budgets budgets, Path folder)
      throws IOException, InterruptedException {
    Seen seen = Seen.of(List.of(executable), folder);
    List<String> exceeded = budgets.exceeded(executable, seen);
    for (int i = 1; i < TRIES && !exceeded.isEmpty(); i++) {
      exceeded.forEach(IO::println);
      seen.rounds(folder);
      exceeded = budgets.exceeded(executable, seen);
    }
    IO.println(StartReport.of(seen) + StartReport.costs(seen, executable));
    return exceeded;
  }

  private static List<Startable> inJvms(List<Startable> executables, Path projects, Path folder)
      throws IOException, InterruptedException {
    var all = new ArrayList<Startable>();
    for (Startable executable : executables) {
      String capability = executable.capability();
      Path application = projects.resolve(capability).resolve("target/quarkus-app");
      new Start(Startable.training(capability, application), folder).overTcp();
      all.add(Startable.jar(capability, application));
      all.add(Startable.trained(capability, application));
    }
    return all;
  }

  private static List<Startable> executables(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .sorted()
          .map(Startable::executable)
          .toList();
    }
  }
}
