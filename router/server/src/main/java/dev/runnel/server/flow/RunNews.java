package dev.runnel.server.flow;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who wants to know that more was written of a run, or that this router conducts it no more. They
 * are told that something has changed, not what: the journal is what they read then.
 */
@Singleton
public class RunNews {

  private final Map<String, List<Runnable>> watchers = new ConcurrentHashMap<>();

  /**
   * From now on the watcher is told after each commit, and when the run is no longer conducted, on
   * any thread, until it is forgotten; what it does then must be short.
   */
  public void watch(String run, Runnable watcher) {
    watchers.merge(run, List.of(watcher), RunNews::both);
  }

  /** The watcher is told no more. */
  public void forget(String run, Runnable watcher) {
    watchers.computeIfPresent(
        run,
        (_, all) -> {
          List<Runnable> others = all.stream().filter(each -> !each.equals(watcher)).toList();
          return others.isEmpty() ? null : others;
        });
  }

  void changed(String run) {
    watchers.getOrDefault(run, List.of()).forEach(Runnable::run);
  }

  /** How many runs are watched. */
  public int watched() {
    return watchers.size();
  }

  private static List<Runnable> both(List<Runnable> some, List<Runnable> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
