package dev.runnel.engine.match.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that may want an event is missed, and what is taken away is gone. */
class IndexTest {

  private final FieldBook book = new FieldBook();
  private final Random random = new Random(11);

  /** What is to be found, what it requires, and no equality but its own. */
  private static final class Target {
    final List<Requirement> requirements;

    Target(List<Requirement> requirements) {
      this.requirements = requirements;
    }
  }

  @Test
  void missesNothing() {
    Index<Target> index = Index.empty((one, _) -> one);
    var targets = new ArrayList<Target>();
    int shown = 0;
    int fulfilled = 0;
    for (int round = 0; round < 4_000; round++) {
      if (random.nextInt(3) == 0 && !targets.isEmpty()) {
        Target gone = targets.remove(random.nextInt(targets.size()));
        index = index.without(gone, gone.requirements);
      } else {
        var target = new Target(requirements());
        targets.add(target);
        index = index.with(target, target.requirements);
      }
      assertThat(index.size()).isEqualTo(targets.size());
      EventFields event = event();
      var found = new HashSet<Target>();
      index.visit(event, found::add);
      assertThat(targets).containsAll(found);
      Set<Target> wanted = wanted(targets, event);
      assertThat(found).containsAll(wanted);
      shown += found.size();
      fulfilled += wanted.size();
    }
    assertThat(fulfilled).isGreaterThan(10_000);
    assertThat(shown).as("shown beside what fulfils").isLessThan(4 * fulfilled);
  }

  @Test
  void forgetsAllThatIsTakenAway() {
    Index<Target> index = Index.empty((one, _) -> one);
    var targets = new ArrayList<Target>();
    for (int i = 0; i < 2_000; i++) {
      targets.add(new Target(requirements()));
      index = index.with(targets.getLast(), targets.getLast().requirements);
    }
    for (Target target : targets) {
      index = index.without(target, target.requirements);
    }

    assertThat(index.size()).isZero();
    assertThat(index.without(new Target(List.of()), List.of()).size()).isZero();
  }

  @Test
  void looksOnlyAtThoseThatTheEventsOwnValuesLeadTo() {
    Index<Target> index = Index.empty((one, _) -> one);
    Field type = book.field(List.of("type"));
    Field tenant = book.field(List.of("data", "tenant"));
    for (int i = 0; i < 10_000; i++) {
      var target =
          new Target(
              List.of(
                  Requirement.of(new Key.Exact(type, "order")),
                  Requirement.of(new Key.Exact(tenant, "t" + i))));
      index = index.with(target, target.requirements);
    }
    var found = new ArrayList<Target>();
    index.visit(fields(Map.of("type", "order"), "{\"tenant\": \"t77\"}"), found::add);

    assertThat(found).hasSizeLessThan(12);
  }

  @Test
  void doesNotReadDataOfEventsThatAttributesDecide() {
    var target =
        new Target(
            List.of(
                Requirement.of(new Key.Exact(book.field(List.of("data", "x")), "1")),
                Requirement.of(new Key.Exact(book.field(List.of("type")), "order"))));
    Index<Target> index = Index.<Target>empty((one, _) -> one).with(target, target.requirements);
    EventFields other = fields(Map.of("type", "other"), "{\"x\": \"1\"}");
    index.visit(other, _ -> assertThat(false).as("nothing is found").isTrue());

    assertThat(other.hasReadData()).isFalse();
  }

  private List<Requirement> requirements() {
    var requirements = new ArrayList<Requirement>();
    for (int i = random.nextInt(5); i > 0; i--) {
      var keys = new ArrayList<Key>();
      for (int j = random.nextInt(4) / 2; j >= 0; j--) {
        keys.add(key());
      }
      requirements.add(new Requirement(keys));
    }
    return requirements;
  }

  private Key key() {
    Field field =
        book.field(
            random.nextInt(2) == 0
                ? List.of("a" + random.nextInt(9))
                : List.of("data", "d" + random.nextInt(9)));
    double low = random.nextInt(10);
    return switch (random.nextInt(8)) {
      case 0 -> new Key.Prefix(field, text().substring(0, 1));
      case 1 -> new Key.Suffix(field, text().substring(1));
      case 2 -> new Key.Folded(field, text());
      case 3 -> new Key.Between(field, low, low + random.nextInt(3));
      case 4 -> new Key.Present(field);
      default -> new Key.Exact(field, text());
    };
  }

  private String text() {
    return "xX".charAt(random.nextInt(2)) + Integer.toString(random.nextInt(6));
  }

  private EventFields event() {
    var attributes = new HashMap<String, String>();
    var data = new StringBuilder("{\"d0\": [\"x1\", \"x2\", 3]");
    for (int i = 1; i < 9; i++) {
      attributes.put("a" + i, text());
      data.append(", \"d%d\": %s".formatted(i, random.nextBoolean() ? "" + i : '"' + text() + '"'));
    }
    return fields(attributes, data.append('}').toString());
  }

  private EventFields fields(Map<String, String> attributes, String data) {
    return book.fields().of(Event.of("1", "/s", "t", Data.json(data)).with(attributes));
  }

  private static Set<Target> wanted(List<Target> targets, EventFields event) {
    var wanted = new HashSet<Target>();
    for (Target target : targets) {
      if (target.requirements.stream()
          .allMatch(it -> it.anyOf().stream().anyMatch(key -> has(event, key)))) {
        wanted.add(target);
      }
    }
    return wanted;
  }

  private static boolean has(EventFields event, Key key) {
    for (Value value = event.first(key.field()); value != null; value = value.next()) {
      String text = value.text();
      boolean has =
          switch (key) {
            case Key.Exact it -> it.text().equals(text);
            case Key.Folded it -> it.text().equalsIgnoreCase(text);
            case Key.Prefix it -> text.startsWith(it.text());
            case Key.Suffix it -> text.endsWith(it.text());
            case Key.Between it ->
                value.number() != null
                    && value.number().nearest() >= it.low()
                    && value.number().nearest() <= it.high();
            case Key.Present _ -> true;
          };
      if (has) {
        return true;
      }
    }
    return false;
  }
}
