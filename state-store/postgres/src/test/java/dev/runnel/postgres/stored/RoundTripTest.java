package dev.runnel.postgres.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.ToldRun;
import dev.runnel.journal.UnreadableRecord;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read as what it was. */
class RoundTripTest {

  private static final UUID ID = new UUID(1, 2);

  private static final String MANIFESTS =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      environment: { MODEL: small, TOKEN: { secret: some/token } }
      compensate: undo
      cache: PT10M
      effects: pure
      fallback: [ second, { value: { a: [1, null] } } ]
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      ---
      name: second
      description: stands in
      runtime: http
      handler: [ "http://localhost:1/a", "http://localhost:1/b" ]
      ---
      name: undo
      description: undoes
      runtime: jvm
      handler: some.Code#undo
      ---
      name: both
      kind: Chain
      description: one after the other
      functions: [ second, undo ]
      triggers: [ { filters: [ { prefix: { type: want } } ] } ]
      ---
      name: fed
      description: needs the chain
      runtime: jvm
      handler: some.Code#fed
      input: all
      dependencies: [ { name: both }, { name: second, with: { text: /data/text } } ]
      triggers: [ { filters: [ { suffix: { type: wanted } } ] } ]
      """;

  private static Plan plan() {
    ToldRun run = ToldRun.of(MANIFESTS, Event.of("e1", "/tests", "wanted", Data.json("{}")));
    return run.run().plan();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsEveryKindOfEventAsItWas(long seed) {
    List<RunEvent> events = new GeneratedRun(seed, plan()).events();

    assertThat(EventsReader.read(EventsWriter.write(events), id -> plan())).isEqualTo(events);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsABeginningAsItWas(long seed) {
    Plan plan = plan();
    List<RunEvent> events = List.of(new GeneratedRun(seed, plan).began());

    List<RunEvent> read =
        EventsReader.read(
            EventsWriter.writeFirst(events, ID),
            id -> {
              assertThat(id).isEqualTo(ID);
              return plan;
            });

    assertThat(read).isEqualTo(events);
  }

  @Test
  void knowsEveryKindOfEvent() {
    List<RunEvent> events = new GeneratedRun(1, plan()).events();

    assertThat(events.stream().map(Kind::of).distinct())
        .hasSize(Kind.values().length - 1)
        .doesNotContain(Kind.BEGAN);
  }

  @Test
  void readsAPlanAsItWas() {
    Plan plan = plan();

    byte[] stored = PlanWriter.write(plan);

    assertThat(PlanReader.read(stored)).isEqualTo(plan);
    assertThat(PlanWriter.write(plan())).isEqualTo(stored);
    assertThat(plan.steps()).hasSizeGreaterThan(4);
  }

  @Test
  void storesAnOutcomeOnce() {
    Outcome large = Outcome.of(new Data(null, new byte[10_000]));
    List<RunEvent> events =
        List.of(
            new Fact.AttemptSucceeded(ToldRun.BEGIN, "a", 1, large),
            new RunEvent.StepSucceeded(
                ToldRun.BEGIN, "a", Outcome.of(new Data(null, new byte[10_000])), null));

    assertThat(EventsWriter.write(events)).hasSizeLessThan(10_500);
  }

  @Test
  void saysWhichReleaseIsNeededForAVersionToCome() {
    byte[] stored = EventsWriter.write(List.of(new RunEvent.Unpaused(ToldRun.BEGIN, "a")));
    stored[0] = 2;

    assertThatThrownBy(() -> EventsReader.read(stored, id -> plan()))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("version 2, this router reads version 1");
    assertThatThrownBy(() -> PlanReader.read(stored)).isInstanceOf(UnreadableRecord.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void saysThatABrokenRecordIsBroken(long seed) {
    byte[] stored = EventsWriter.write(new GeneratedRun(seed, plan()).events());
    byte[] cut = Arrays.copyOf(stored, (int) (seed * stored.length / 200));

    assertThatThrownBy(() -> EventsReader.read(cut, id -> plan()))
        .isInstanceOf(UnreadableRecord.class);
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    byte[] stored =
        Format.write(
            out -> {
              out.writeStartArray();
              out.writeStartObject();
              out.writeStringField("kind", "unpaused");
              new ValueWriter(out).instant("at", ToldRun.BEGIN);
              out.writeStringField("step", "a");
              out.writeArrayFieldStart("news");
              out.writeNull();
              out.writeEndArray();
              out.writeEndObject();
              out.writeEndArray();
            });

    assertThat(EventsReader.read(stored, id -> plan()))
        .containsExactly(new RunEvent.Unpaused(ToldRun.BEGIN, "a"));
  }

  @Test
  void tellsEventsApartWhoseSourceAndIdRunIntoOneAnother() {
    Event one = Event.of("bc", "a", "t", Data.NONE);
    Event other = Event.of("c", "ab", "t", Data.NONE);

    assertThat(Digest.ofSourceAndId(one)).isNotEqualTo(Digest.ofSourceAndId(other));
    assertThat(Digest.ofSourceAndId(one)).isEqualTo(Digest.ofSourceAndId(one.with(Data.json("1"))));
  }
}
