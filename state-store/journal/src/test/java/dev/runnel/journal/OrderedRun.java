package dev.runnel.journal;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal.Begin;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A run with places in lines: a test tells what happens to it, and each time it is written. */
public final class OrderedRun {

  /** {@code first} keeps an order, {@code second} needs it and keeps one too. */
  static final String MANIFESTS =
      """
      name: first
      description: keeps an order
      runtime: jvm
      handler: some.Code#first
      order: partitionkey
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      ---
      name: second
      description: comes after it
      runtime: jvm
      handler: some.Code#second
      order: partitionkey
      dependencies: [ first ]
      triggers: [ { filters: [ { exact: { type: both.wanted } } ] } ]
      """;

  private final ToldRun told;
  private final NewRun unwritten;
  private int written;

  private OrderedRun(ToldRun told) {
    this.told = told;
    this.unwritten = NewRun.of(told.events());
    this.written = told.events().size();
  }

  public static Event event(String id, String key) {
    return Event.of(id, "/tests", "wanted", Data.NONE).with(Map.of("partitionkey", key));
  }

  public static OrderedRun of(String id, Event event) {
    return new OrderedRun(ToldRun.of(id, MANIFESTS, event));
  }

  public static OrderedRun of(String id, String key) {
    return of(id, event(id, key));
  }

  public static OrderedRun begun(Journal journal, String id, String key) {
    OrderedRun run = of(id, key);
    run.begin(journal);
    return run;
  }

  public NewRun unwritten() {
    return unwritten;
  }

  /** The same run, as it would come out of a step of another. */
  public NewRun childOf(OrderedRun parent) {
    RunEvent.Began own = unwritten.began();
    Lineage lineage =
        parent
            .unwritten
            .began()
            .lineage()
            .child(new Lineage.Parent(parent.run().id(), "first"), own.event());
    return NewRun.of(
        List.of(
            new RunEvent.Began(
                own.at(), own.run(), own.event(), own.plan(), own.deadline(), lineage)));
  }

  public Begin begin(Journal journal) {
    return journal.begin(List.of(unwritten())).await().indefinitely().getFirst();
  }

  /** Something happens, and is written. */
  public OrderedRun then(Journal journal, UnaryOperator<ToldRun> what, NewRun... children) {
    Sequel sequel = sequel(what);
    journal.append(sequel, List.of(children)).await().indefinitely();
    written += sequel.events().size();
    return this;
  }

  /** What happens, not written yet. */
  public Sequel sequel(UnaryOperator<ToldRun> what) {
    Run before = told.run();
    ToldRun after = what.apply(told);
    Placing placing = Placing.of(before, new Decision(List.of(), after.run(), List.of()));
    List<RunEvent> events = after.events();
    return new Sequel(before.id(), written, events.subList(written, events.size()), placing);
  }

  /** It goes through its step and is over. */
  public OrderedRun over(Journal journal) {
    return then(journal, it -> it.started("first").succeeded("first", "1"));
  }

  public Run run() {
    return told.run();
  }

  public Place place() {
    return unwritten.places().getFirst();
  }
}
