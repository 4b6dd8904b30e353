package dev.runnel.server.flow;

import dev.runnel.journal.Journal;
import dev.runnel.server.Timeouts;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.QueuesConfig;
import dev.runnel.server.config.ReplyConfig;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.config.RunsConfig;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.journal.CurrentJournal;
import dev.runnel.server.journal.Lives;
import dev.runnel.server.reply.Replies;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The flow, put together without a container: for one process with several routers in it, and for
 * time and chance that are not real.
 */
public final class Assembly {

  private final EventFlow events;
  private final Conductor conductor;
  private final Backlog backlog;
  private final ActiveRuns active;
  private final Inheritance inheritance;
  private final Recovery recovery;
  private final Journal journal;
  private final Reopening reopening;

  /** What lies around a router: where and when things happen, and by which chance. */
  public record Surroundings(Loops loops, Clock clock, Timeouts timeouts, RandomGenerator random) {}

  /** How a router is configured. */
  public record Settings(
      RunsConfig runs,
      RunConfig run,
      ReplyConfig answers,
      QueuesConfig queues,
      PlacementsConfig placements) {}

  /** What calls functions, and where they are. */
  public record Calls(Guards guards, Fleet fleet) {}

  /**
   * A router's flow, which takes up at once what nobody conducts.
   *
   * @param current the functions as they are now; nothing as long as they are not loaded
   */
  public Assembly(
      Supplier<Optional<Catalog>> current,
      Calls calls,
      Lives lives,
      Surroundings around,
      Settings settings) {
    var families = new Families();
    this.backlog = new Backlog(settings.runs());
    var resting = new Resting();
    this.active = new ActiveRuns(families, backlog, resting, around.clock());
    var beginnings = new Beginnings(current, around.clock(), around.random(), settings.run());
    this.journal = new CurrentJournal(lives);
    var tools =
        new Tools(
            lives,
            calls.guards(),
            queues(calls, around, settings),
            new Offspring(beginnings, families),
            new Lines(journal, around.loops()),
            around.loops(),
            around.clock(),
            around.random(),
            settings.run());
    this.conductor = new Conductor(tools, lives, journal, active, new RunNews());
    this.inheritance = new Inheritance(conductor, active, resting, new SetAside(), tools);
    this.recovery = new Recovery(lives, active, inheritance, tools, settings.runs());
    var replies = new Replies(around.timeouts(), settings.answers());
    this.events = new EventFlow(beginnings, conductor, replies);
    this.reopening = new Reopening(conductor, inheritance, lives, journal, tools);
  }

  private static Queues queues(Calls calls, Surroundings around, Settings settings) {
    return new Queues(
        settings.queues(),
        settings.placements(),
        calls.fleet(),
        calls.guards(),
        around.loops(),
        around.clock());
  }

  /** Where events enter. */
  public EventFlow events() {
    return events;
  }

  /** Of the runs that they start. */
  public Conductor conductor() {
    return conductor;
  }

  /** Of runs that are its own, and that it does not conduct. */
  public Inheritance inheritance() {
    return inheritance;
  }

  /** What is not over. */
  public Backlog backlog() {
    return backlog;
  }

  /** What remembers runs, for those who read. */
  public Journal journal() {
    return journal;
  }

  /** What goes on with steps that have failed. */
  public Reopening reopening() {
    return reopening;
  }

  /**
   * The beginning of a drain: nothing is taken up, no call is begun, runs leave one by one.
   *
   * @return completed when none is left
   */
  public CompletableFuture<Void> windDown() {
    recovery.end();
    return active.windDown();
  }
}
