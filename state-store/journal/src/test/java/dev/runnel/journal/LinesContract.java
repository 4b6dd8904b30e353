package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.StepState;
import dev.runnel.journal.Journal.Begin;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal keeps of the order of steps, whichever routers write it. */
public abstract class LinesContract {

  private static final Line LINE = new Line("first", "k");

  /** Routers over a journal that knows nothing. */
  protected abstract Routers routers();

  @Test
  void letsWhoBeganFirstGoFirst() {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun two = OrderedRun.begun(journal, "r2", "k");

    assertThat(heads(journal, LINE)).containsExactly(new Place(LINE, "r1", "first"));
    one.over(journal);
    assertThat(heads(journal, LINE)).containsExactly(two.place());
    two.over(journal);
    assertThat(heads(journal, LINE)).isEmpty();
  }

  @Test
  void keepsTheOrderAcrossRouters() {
    Routers routers = routers();
    Journal a = routers.journal(join(routers, "a"));
    Journal b = routers.journal(join(routers, "b"));
    List<OrderedRun> begun =
        IntStream.range(0, 20)
            .mapToObj(i -> OrderedRun.begun(i % 3 == 0 ? a : b, "r" + i, "k"))
            .toList();

    for (int i = 0; i < begun.size(); i++) {
      assertThat(heads(a, LINE)).containsExactly(begun.get(i).place());
      begun.get(i).over(i % 3 == 0 ? a : b);
    }
  }

  @Test
  void tellsFunctionsAndValuesApart() {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun other = OrderedRun.begun(journal, "r2", "'; drop table place; --\0\ud800");
    Event both = OrderedRun.event("e3", "tk").with(Map.of("type", "both.wanted"));
    OrderedRun.of("r3", both).begin(journal);

    assertThat(heads(journal, LINE, other.place().line()))
        .containsExactlyInAnyOrder(one.place(), other.place());
    assertThat(heads(journal, new Line("firs", "tk"))).isEmpty();
    assertThat(heads(journal, new Line("second", "tk")))
        .containsExactly(new Place(new Line("second", "tk"), "r3", "second"));
  }

  @Test
  void keepsNoOrderWhereTheAttributeIsMissing() {
    Journal journal = journal();
    OrderedRun free = OrderedRun.of("r1", Event.of("e1", "/tests", "wanted", Data.NONE));

    free.begin(journal);

    assertThat(free.unwritten().places()).isEmpty();
    assertThat(free.over(journal).run().ended()).isNotNull();
  }

  @Test
  void keepsTheOrderOfRunsThatBeginTogether() {
    Journal journal = journal();
    List<OrderedRun> begun =
        IntStream.range(0, 100).mapToObj(i -> OrderedRun.of("r" + i, "k")).toList();

    journal.begin(begun.stream().map(OrderedRun::unwritten).toList()).await().indefinitely();

    for (OrderedRun run : begun) {
      assertThat(heads(journal, LINE)).containsExactly(run.place());
      run.over(journal);
    }
  }

  @Test
  void givesNoPlaceToADuplicate() {
    Journal journal = journal();
    Event event = OrderedRun.event("e1", "k");
    OrderedRun first = OrderedRun.of("r1", event);
    first.begin(journal);

    assertThat(OrderedRun.of("r2", event).begin(journal)).isEqualTo(new Begin.Duplicate("r1"));

    first.over(journal);
    assertThat(heads(journal, LINE)).isEmpty();
  }

  @Test
  void keepsThePlaceOfAStepThatIsTriedAgain() {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun.begun(journal, "r2", "k");

    one.then(journal, it -> it.started("first").failed("first", 503));

    assertThat(one.run().progress("first").state()).isEqualTo(StepState.WAITING);
    assertThat(heads(journal, LINE)).containsExactly(one.place());
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeeded", "failed", "cancelled", "cancelled before"})
  void goesOnWhenTheStepBeforeIsOver(String end) {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun two = OrderedRun.begun(journal, "r2", "k");

    one.then(
        journal,
        it ->
            switch (end) {
              case "succeeded" -> it.started("first").succeeded("first", "1");
              case "failed" -> it.started("first").failed("first", 400);
              case "cancelled" -> it.started("first").cancelled();
              default -> it.cancelled();
            });

    assertThat(heads(journal, LINE)).containsExactly(two.place());
  }

  @Test
  void goesOnWhenTheStepBeforeWillNotBeCalled() {
    Journal journal = journal();
    Event both = OrderedRun.event("e1", "k").with(Map.of("type", "both.wanted"));
    OrderedRun one = OrderedRun.of("r1", both);
    one.begin(journal);
    var second = new Line("second", "k");
    assertThat(heads(journal, second)).hasSize(1);

    one.then(journal, it -> it.started("first").failed("first", 400));

    assertThat(one.run().progress("second").state()).isEqualTo(StepState.SKIPPED);
    assertThat(heads(journal, second)).isEmpty();
  }

  @Test
  void sendsWhatIsRedrivenToTheEnd() {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun two = OrderedRun.begun(journal, "r2", "k");
    one.then(journal, it -> it.started("first").failed("first", 400));

    one.then(journal, it -> it.redriven("first"));

    assertThat(heads(journal, LINE)).containsExactly(two.place());
    two.over(journal);
    assertThat(heads(journal, LINE)).containsExactly(one.place());
    one.over(journal);
    assertThat(heads(journal, LINE)).isEmpty();
  }

  @Test
  void sendsWhatWaitsForTheRedrivenToTheEndAsWell() {
    Journal journal = journal();
    Event both = OrderedRun.event("e1", "k").with(Map.of("type", "both.wanted"));
    OrderedRun one = OrderedRun.of("r1", both);
    one.begin(journal);
    Event later = OrderedRun.event("e2", "k").with(Map.of("type", "both.wanted"));
    OrderedRun two = OrderedRun.of("r2", later);
    two.begin(journal);
    one.then(journal, it -> it.started("first").failed("first", 400));

    one.then(journal, it -> it.redriven("first"));

    assertThat(heads(journal, LINE, new Line("second", "k")))
        .extracting(Place::run)
        .containsExactly("r2", "r2");
  }

  @Test
  void givesPlacesToRunsThatComeOutOfAnother() {
    Journal journal = journal();
    OrderedRun parent = OrderedRun.begun(journal, "r1", "k");
    OrderedRun child = OrderedRun.of("r2", "k");
    NewRun other = OrderedRun.of("r3", "other").childOf(parent);

    parent.then(
        journal, it -> it.started("first").succeeded("first", "1"), child.childOf(parent), other);

    assertThat(heads(journal, LINE, new Line("first", "other")))
        .containsExactlyInAnyOrder(child.place(), other.places().getFirst());
  }

  @Test
  void changesNoLineWithWhatIsRefused() {
    Journal journal = journal();
    OrderedRun one = OrderedRun.begun(journal, "r1", "k");
    OrderedRun.begun(journal, "r2", "k");
    Sequel over = one.sequel(it -> it.started("first").succeeded("first", "1"));
    var wrong = new Sequel("r1", 7, over.events(), over.placing());
    List<NewRun> children = List.of(OrderedRun.of("r3", "other").childOf(one));

    assertThatThrownBy(() -> journal.append(wrong, children).await().indefinitely())
        .isInstanceOf(IllegalStateException.class);

    assertThat(heads(journal, LINE, new Line("first", "other"))).containsExactly(one.place());
  }

  @Test
  void keepsPlacesAcrossAClaimAndFromWhoLostThem() {
    Routers routers = routers();
    Journal former = routers.journal(join(routers, "a"));
    OrderedRun one = OrderedRun.begun(former, "r1", "k");
    OrderedRun two = OrderedRun.begun(former, "r2", "k");
    Membership next = join(routers, "a"); // the former life is over
    assertThat(routers.claim(next, 10).await().indefinitely().runs()).hasSize(2);
    Journal journal = routers.journal(next);
    Sequel over = one.sequel(it -> it.started("first").succeeded("first", "1"));

    assertThatThrownBy(() -> former.append(over, List.of()).await().indefinitely())
        .isInstanceOf(Fenced.class);
    assertThat(heads(journal, LINE)).containsExactly(one.place());

    journal.append(over, List.of()).await().indefinitely();
    assertThat(heads(journal, LINE)).containsExactly(two.place());
  }

  @Test
  void showsNobodyInFrontOfWhomSomebodyHasSeen() throws Exception {
    Routers routers = routers();
    var crowd =
        new Crowd(LINE, routers.journal(join(routers, "a")), routers.journal(join(routers, "b")));

    crowd.pass();

    assertThat(crowd.displaced()).as("who was first, and then was not").isEmpty();
    assertThat(crowd.gone()).doesNotHaveDuplicates().hasSize(Crowd.SIZE);
    assertThat(crowd.overtaken()).as("who began before another was called").isEmpty();
  }

  private Journal journal() {
    Routers routers = routers();
    return routers.journal(join(routers, "a"));
  }

  private static Membership join(Routers routers, String router) {
    return routers.join(router).await().indefinitely();
  }

  private static List<Place> heads(Journal journal, Line... lines) {
    return journal.heads(List.of(lines)).await().indefinitely();
  }
}
