package dev.runnel.simulation;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Claim;
import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Faults of a journal, and of who owns what. */
final class JournalBugs {

  private JournalBugs() {}

  /** What is not its owner's is written all the same. */
  static Routers withoutFencing(Routers sound) {
    var journals = new ArrayList<Journal>();
    return MutatedJournal.each(
        sound,
        journal -> {
          journals.add(journal);
          return new MutatedJournal(journal) {
            @Override
            public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
              Uni<List<Begin>> answer = sound.append(sequel, children);
              for (Journal other : journals) {
                answer =
                    answer
                        .onFailure(Fenced.class)
                        .recoverWithUni(() -> other.append(sequel, children));
              }
              return answer;
            }
          };
        });
  }

  /** What was decided on an older state of the run is written all the same. */
  static Routers withoutVersions(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
                return sound
                    .append(sequel, children)
                    .onFailure(IllegalStateException.class)
                    .recoverWithUni(
                        () ->
                            sound
                                .read(sequel.run())
                                .chain(
                                    all ->
                                        sound.append(
                                            new Sequel(
                                                sequel.run(),
                                                all.size(),
                                                sequel.events(),
                                                sequel.placing()),
                                            children)));
              }
            });
  }

  /** A claim ends the lives of all others. */
  static Routers claimingFromTheLiving(Routers sound) {
    var members = new ArrayList<Membership>();
    return new MutatedRouters(sound) {
      @Override
      public Uni<Membership> join(String router) {
        return sound.join(router).invoke(members::add);
      }

      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        List<Uni<Void>> ends =
            members.stream().filter(other -> !other.equals(member)).map(sound::leave).toList();
        return ends.isEmpty()
            ? sound.claim(member, limit)
            : Uni.join().all(ends).andFailFast().chain(() -> sound.claim(member, limit));
      }
    };
  }

  /** What one has claimed is given to the next one too. */
  static Routers claimingTwice(Routers sound) {
    var before = new ArrayList<String>();
    return new MutatedRouters(sound) {
      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        return sound
            .claim(member, limit)
            .map(
                claim -> {
                  var runs = new ArrayList<>(claim.runs());
                  runs.addAll(before);
                  before.clear();
                  before.addAll(claim.runs());
                  return new Claim(claim.epoch(), runs, claim.again());
                });
      }
    };
  }

  /** Nothing is ever claimed. */
  static Routers claimingNothing(Routers sound) {
    return new MutatedRouters(sound) {
      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        return sound.claim(member, 0);
      }
    };
  }

  /** A claimed run is called for with the claimer's own epoch. */
  static Routers keepingTheEpoch(Routers sound) {
    return new MutatedRouters(sound) {
      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        return sound
            .claim(member, limit)
            .map(claim -> new Claim(member.epoch(), claim.runs(), claim.again()));
      }
    };
  }

  /** An event that was accepted before begins another run. */
  static Routers beginningTwice(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                return sound
                    .begin(runs)
                    .chain(
                        begins ->
                            begins.getFirst() instanceof Begin.Duplicate
                                ? sound.begin(List.of(another(runs.getFirst())))
                                : Uni.createFrom().item(begins));
              }
            });
  }

  private static NewRun another(NewRun run) {
    RunEvent.Began began = run.began();
    var events = new ArrayList<>(run.events());
    events.set(
        0,
        new RunEvent.Began(
            began.at(),
            began.run(),
            began.event().with(Map.of("id", "another-" + began.run())),
            began.plan(),
            began.deadline(),
            began.lineage()));
    return NewRun.of(events);
  }
}
