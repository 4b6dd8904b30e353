package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.ToldRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that troubles databases stands there as it is, and is found, or asks for nothing. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileTextTest {

  private static final String MANIFEST =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [] } ]
      """;

  @Inject Tables tables;
  private Journal journal;

  static List<String> texts() {
    return List.of(
        "\0",
        "a\0b",
        "\uD800",
        "x\uDC00y",
        "\uFFFF\uFEFF",
        "'; drop table run; --",
        "$1 ${jndi:x} %s ? :tenant",
        "\\x00 \\u0000 \\",
        "'\"`´",
        "\u202Etest\u202C",
        "Ω≈ç√∫ 田中さん 😍 \u0301",
        "NULL",
        "../../etc/passwd\n\r\t",
        "x".repeat(1 << 20));
  }

  @BeforeEach
  void begin() {
    journal = tables.journal();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsAnEventAsItIsAndFindsIt(String text) {
    Event event = Event.of(text, text, text, Data.json("{}")).with(Map.of("subject", text));
    ToldRun run = ToldRun.of("r1", MANIFEST, event);
    NewRun begun = NewRun.of(run.events());

    assertThat(journal.begin(List.of(begun)).await().indefinitely())
        .containsExactly(new Begin.Begun());

    assertThat(read("r1")).isEqualTo(run.events());
    Optional<String> it = Optional.of(text);
    for (var attributes :
        List.of(
            new RunQuery.Attributes(it, it, it, it),
            new RunQuery.Attributes(it, Optional.empty(), Optional.empty(), Optional.empty()))) {
      assertThat(find(query(attributes, Optional.empty())))
          .singleElement()
          .satisfies(brief -> assertThat(brief.event()).isEqualTo(event.with(Data.NONE)));
    }
    assertThat(find(query(ofType(text + "x"), Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsNothingByWhatNoRunHas(String text) {
    ToldRun run = ToldRun.of("r1", MANIFEST, Event.of("e", "/s", "t", Data.NONE));
    journal.begin(List.of(NewRun.of(run.events()))).await().indefinitely();

    assertThat(read(text)).isEmpty();
    assertThat(find(query(ofType(text), Optional.empty()))).isEmpty();
    assertThat(find(query(RunQuery.Attributes.ANY, Optional.of(text)))).isEmpty();
  }

  @Test
  void findsByFunction() {
    ToldRun run = ToldRun.of("r1", MANIFEST, Event.of("e", "/s", "t", Data.NONE));
    journal.begin(List.of(NewRun.of(run.events()))).await().indefinitely();

    RunQuery any = query(RunQuery.Attributes.ANY, Optional.empty());
    RunQuery first =
        new RunQuery(
            any.attributes(),
            any.state(),
            Optional.of("first"),
            any.parent(),
            any.root(),
            any.since(),
            any.until(),
            any.limit(),
            any.after(),
            any.known());

    assertThat(find(first)).hasSize(1);
  }

  private static RunQuery.Attributes ofType(String type) {
    return new RunQuery.Attributes(
        Optional.of(type), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** By names of everything else, too, if there is one. */
  private static RunQuery query(RunQuery.Attributes attributes, Optional<String> name) {
    return new RunQuery(
        attributes,
        Optional.empty(),
        name,
        name,
        name,
        Optional.empty(),
        Optional.empty(),
        10,
        name.map(it -> new RunQuery.Cursor(ToldRun.BEGIN, it)),
        Instant.MIN);
  }

  private List<RunEvent> read(String run) {
    return journal.read(run).await().indefinitely();
  }

  private List<RunBrief> find(RunQuery query) {
    return journal.find(query).await().indefinitely().runs();
  }
}
