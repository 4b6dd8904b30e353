package dev.runnel.simulation;

import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Faults of those who begin several runs together. */
final class BatchBugs {

  private BatchBugs() {}

  /** Half of them are begun in a commit of their own. */
  static Routers beginningInHalves(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                int half = runs.size() / 2;
                return half == 0
                    ? sound.begin(runs)
                    : sound.begin(runs.subList(0, half)).chain(begins -> rest(runs, begins));
              }

              private Uni<List<Begin>> rest(List<NewRun> runs, List<Begin> begins) {
                return sound
                    .begin(runs.subList(begins.size(), runs.size()))
                    .map(
                        rest -> {
                          var all = new ArrayList<>(begins);
                          all.addAll(rest);
                          return all;
                        });
              }
            });
  }

  /** What came of each is told in the wrong order. */
  static Routers answeringBackwards(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                return sound.begin(runs).map(List::reversed);
              }
            });
  }
}
