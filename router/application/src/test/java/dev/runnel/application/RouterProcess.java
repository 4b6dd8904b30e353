package dev.runnel.application;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged router that runs, over data of its own. Closing it ends it and its database. */
final class RouterProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

  private final Path folder;
  private final Process process;
  private final URI root;

  /**
   * Starts one, and returns when it listens.
   *
   * @param folder for its data and what it prints
   * @param command what starts it
   */
  RouterProcess(Path folder, List<String> command) throws IOException {
    this(folder, command, Map.of());
  }

  /**
   * The same with other settings.
   *
   * @param settings as variables of its environment
   */
  RouterProcess(Path folder, List<String> command, Map<String, String> settings)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    Path output = folder.resolve("router.log");
    Files.deleteIfExists(output);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "QUARKUS_HTTP_PORT", "0",
                "RUNNEL_DATA", data(folder).toString()));
    builder.environment().putAll(settings);
    this.process = builder.start();
    this.root = awaitListening(output);
  }

  /** Where one that is started over this folder keeps its data, unless it is told otherwise. */
  static Path data(Path folder) {
    return folder.resolve("data");
  }

  URI at(String path) {
    return root.resolve(path);
  }

  /** Tells it to end; returns when it has. */
  void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the router was told to end, and has not within " + PATIENCE);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    await(process.onExit());
    endDatabase();
  }

  private URI awaitListening(Path output) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher listening = LISTENING.matcher(Files.readString(output));
      if (listening.find()) {
        return URI.create(listening.group(1));
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    close();
    throw new AssertionError("the router does not listen: " + Files.readString(output));
  }

  /** It would end by itself, half a minute later. */
  private void endDatabase() throws IOException {
    Path pid = data(folder).resolve("database/database/postmaster.pid");
    if (Files.exists(pid)) {
      long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
      ProcessHandle.of(postmaster)
          .filter(ProcessHandle::destroy)
          .ifPresent(ending -> await(ending.onExit()));
    }
  }

  private static void await(CompletableFuture<?> ending) {
    ending.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
