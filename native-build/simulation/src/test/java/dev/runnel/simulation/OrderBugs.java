package dev.runnel.simulation;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Faults of those who keep an order. */
final class OrderBugs {

  private OrderBugs() {}

  /** The places of a run that is claimed hold up nobody any more. */
  static Routers givingUpClaimedPlaces(Routers sound) {
    Set<String> claimed = new HashSet<>();
    return new MutatedRouters(sound) {
      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        return sound.claim(member, limit).invoke(claim -> claimed.addAll(claim.runs()));
      }

      @Override
      public Journal journal(Membership member) {
        return new MutatedJournal(sound.journal(member)) {
          @Override
          public Uni<List<Place>> heads(Collection<Line> lines) {
            return sound
                .heads(lines)
                .map(heads -> heads.stream().filter(it -> !claimed.contains(it.run())).toList());
          }
        };
      }
    };
  }

  /** A step that waits for a retry leaves its line, and lets the next one go ahead. */
  static Routers leavingForRetries(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              private final List<Place> taken = new ArrayList<>();

              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                runs.forEach(run -> taken.addAll(run.places()));
                return sound.begin(runs);
              }

              @Override
              public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
                return sound.append(leaving(sequel), children);
              }

              private Sequel leaving(Sequel sequel) {
                List<Place> left = new ArrayList<>(sequel.placing().left());
                for (RunEvent event : sequel.events()) {
                  if (event instanceof RunEvent.RetryPlanned(var at, String step, var due)) {
                    taken.stream().filter(it -> isOf(it, sequel.run(), step)).forEach(left::add);
                  }
                }
                var placing = new Placing(sequel.placing().taken(), left);
                return new Sequel(sequel.run(), sequel.written(), sequel.events(), placing);
              }
            });
  }

  private static boolean isOf(Place place, String run, String step) {
    return place.run().equals(run) && place.step().equals(step);
  }
}
