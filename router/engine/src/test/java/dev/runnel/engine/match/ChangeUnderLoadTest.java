package dev.runnel.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Functions are added and removed while events are matched: each event sees one version whole. */
@Timeout(60)
class ChangeUnderLoadTest {

  private static final int CHANGES = 10_000;
  private static final int GROUPS = 10;
  private static final int MATCHERS = 3;

  private static final int KINDS = 6;

  private static final FunctionManifest PLAIN =
      (FunctionManifest)
          Rows.declared(Map.of("name", "f", "runtime", "jvm", "handler", "s.O#p"))
              .getFirst()
              .manifest();

  /** So many functions are there at a time. */
  private static final int THERE = 200;

  /** Every so often the one who changes waits until each of the others has matched an event. */
  private static final int PACE = 500;

  /** What is current after so many changes: the last {@link #THERE} functions. */
  private record Version(int changes, Matcher matcher) {

    static final Version FIRST = new Version(0, Matcher.of(List.of()));

    Version next() {
      Matcher more = matcher.with(function(changes));
      return new Version(changes + 1, changes < THERE ? more : more.without(name(changes - THERE)));
    }

    void checkVerdict(int group) {
      List<String> wanting =
          IntStream.range(Math.max(0, changes - THERE), changes)
              .filter(i -> i % GROUPS == group)
              .mapToObj(ChangeUnderLoadTest::name)
              .toList();
      List<String> found =
          matcher.match(event(group)).stream().map(it -> it.manifest().name()).toList();
      if (!found.equals(wanting)) {
        fail("after %d changes, group %d: %s instead of %s", changes, group, found, wanting);
      }
    }
  }

  private volatile Version current = Version.FIRST;
  private volatile boolean isOver;

  @Test
  void eachEventSeesOneVersionWhole() throws Exception {
    var matched = IntStream.range(0, MATCHERS).mapToObj(_ -> new AtomicLong()).toList();
    var kept = new ArrayList<Version>();
    try (var threads = Executors.newFixedThreadPool(MATCHERS)) {
      var matching = new ArrayList<Future<Void>>();
      matched.forEach(count -> matching.add(threads.submit(matching(count))));
      try {
        for (int i = 0; i < CHANGES; i++) {
          current = current.next();
          if (i % PACE == 0) {
            kept.add(current);
            awaitMore(matched, matching);
          }
        }
      } finally {
        isOver = true;
      }
      for (Future<Void> one : matching) {
        one.get();
      }
    }

    assertThat(kept).hasSize(CHANGES / PACE);
    kept.forEach(version -> IntStream.range(0, GROUPS).forEach(version::checkVerdict));
  }

  private Callable<Void> matching(AtomicLong count) {
    return () -> {
      while (!isOver) {
        current.checkVerdict((int) (count.getAndIncrement() % GROUPS));
      }
      return null;
    };
  }

  private static void awaitMore(List<AtomicLong> matched, List<Future<Void>> matching) {
    List<Long> before = matched.stream().map(AtomicLong::get).toList();
    for (int i = 0; i < matched.size(); i++) {
      // One more has been begun with a version that was current before; the second is of now.
      while (matched.get(i).get() < before.get(i) + 2 && !matching.get(i).isDone()) {
        Thread.onSpinWait();
      }
    }
  }

  private static String name(int i) {
    return "f%05d".formatted(i);
  }

  private static Event event(int group) {
    return Event.of(
            "1", "/groups/" + group, "group." + group, Data.json("{\"group\": " + group + "}"))
        .with(Map.of("tenant", "t" + group));
  }

  /** Of one of several kinds, found in different ways, that want the events of one group. */
  private static FunctionManifest function(int i) {
    int group = i % GROUPS;
    Filter byType = new Filter.Exact(Map.of("type", "group." + group));
    Filter byTenant = new Filter.Exact(Map.of("tenant", "t" + group));
    Filter filter =
        switch (i / GROUPS % KINDS) {
          case 0 -> new Filter.All(List.of(byType, byTenant));
          case 1 -> new Filter.Suffix(Map.of("source", "/" + group));
          case 2 -> new Filter.Cesql("source = '/groups/" + group + "'");
          case 3 -> new Filter.Pattern("{\"data\": {\"group\": [" + group + "]}}");
          case 4 -> new Filter.Not(new Filter.Not(byType));
          default -> new Filter.Any(List.of(byType, byTenant));
        };
    return Triggers.of(PLAIN, name(i), List.of(new Trigger(List.of(filter))));
  }
}
