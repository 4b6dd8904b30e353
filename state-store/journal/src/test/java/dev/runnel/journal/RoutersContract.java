package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.engine.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everything keeps that says which router owns which run. */
public abstract class RoutersContract {

  /** One that knows no router and no run. */
  protected abstract Routers routers();

  /** Lets the memberships run out that are not renewed after this. */
  protected abstract void waitOutTheLease();

  @Test
  void givesEachLifeAHigherEpoch() {
    Routers routers = routers();

    List<Membership> lives = List.of(join(routers, "a"), join(routers, "b"), join(routers, "a"));

    assertThat(lives).extracting(Membership::router).containsExactly("a", "b", "a");
    assertThat(lives).extracting(Membership::epoch).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void letsARouterGoOnWithWhatItBegan() {
    Routers routers = routers();
    Journal journal = routers.journal(join(routers, "a"));
    ToldRun run = begin(journal, "r1");

    append(journal, run.started("first"), 1);

    assertThat(JournalContract.read(journal, "r1")).isEqualTo(run.events());
  }

  @Test
  void claimsNothingOfARouterThatLives() {
    Routers routers = routers();
    begin(routers.journal(join(routers, "a")), "r1");

    assertThat(claim(routers, join(routers, "b"), 10).runs()).isEmpty();
  }

  @Test
  void claimsNothingOfItsOwn() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    begin(routers.journal(a), "r1");
    waitOutTheLease();

    assertThat(claim(routers, a, 10).runs()).isEmpty();
  }

  @Test
  void claimsWhatARouterLeftBehindThatStoppedRenewing() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    ToldRun run = begin(routers.journal(a), "r1");
    waitOutTheLease();
    Membership b = join(routers, "b");

    Claim claim = claim(routers, b, 10);

    assertThat(claim.runs()).containsExactly("r1");
    assertThat(claim.epoch()).isGreaterThan(b.epoch());
    append(routers.journal(b), run.started("first"), 1);
  }

  @Test
  void givesEveryClaimAHigherEpoch() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    Membership b = join(routers, "b");
    begin(routers.journal(a), "r1");
    waitOutTheLease();
    renew(routers, b);
    long first = claim(routers, b, 10).epoch();
    waitOutTheLease();

    Claim second = claim(routers, a, 10);

    assertThat(second.runs()).containsExactly("r1");
    assertThat(second.epoch()).isGreaterThan(first);
  }

  @Test
  void refusesWhatAPausedRouterWritesToARunThatAnotherHas() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    ToldRun run = begin(routers.journal(a), "r1");
    waitOutTheLease();
    Membership b = join(routers, "b");
    claim(routers, b, 10);
    run.started("first");

    assertThatThrownBy(() -> append(routers.journal(a), run, 1)).isInstanceOf(Fenced.class);
    append(routers.journal(b), run, 1);
    assertThatThrownBy(() -> append(routers.journal(a), run, 1)).isInstanceOf(Fenced.class);
  }

  @Test
  void letsAPausedRouterGoOnWithWhatNobodyHasClaimed() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    ToldRun run = begin(routers.journal(a), "r1");
    waitOutTheLease();

    renew(routers, a);
    append(routers.journal(a), run.started("first"), 1);

    assertThat(claim(routers, join(routers, "b"), 10).runs()).isEmpty();
  }

  @Test
  void saysOnceThatAMembershipHadRunOut() {
    Routers routers = routers();
    Membership a = join(routers, "a");

    assertThat(renew(routers, a)).as("right after it has joined").isTrue();
    waitOutTheLease();
    assertThat(renew(routers, a)).as("after the lease").isFalse();
    assertThat(renew(routers, a)).as("once more").isTrue();
  }

  @Test
  void refusesEverythingOfAFormerLife() {
    Routers routers = routers();
    Membership former = join(routers, "a");
    Journal journal = routers.journal(former);
    ToldRun run = begin(journal, "r1").started("first");
    join(routers, "a");

    assertThatThrownBy(() -> append(journal, run, 1)).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> begin(journal, "r2")).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> renew(routers, former)).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> claim(routers, former, 10)).isInstanceOf(Fenced.class);
    assertThat(JournalContract.read(journal, "r1")).hasSize(1);
    assertThat(JournalContract.read(journal, "r2")).isEmpty();
  }

  @Test
  void claimsTheRunsOfItsFormerLifeAtOnce() {
    Routers routers = routers();
    ToldRun run = begin(routers.journal(join(routers, "a")), "r1");

    Membership next = join(routers, "a");

    assertThat(claim(routers, next, 10).runs()).containsExactly("r1");
    append(routers.journal(next), run.started("first"), 1);
  }

  @Test
  void claimsTheRunsOfARouterThatLeftAtOnce() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    begin(routers.journal(a), "r1");

    routers.leave(a).await().indefinitely();
    routers.leave(a).await().indefinitely();

    assertThat(claim(routers, join(routers, "b"), 10).runs()).containsExactly("r1");
  }

  @Test
  void claimsNoRunThatIsOver() {
    Routers routers = routers();
    Journal journal = routers.journal(join(routers, "a"));
    ToldRun over = begin(journal, "r1").started("first").succeeded("first", "1");
    append(journal, over, 1);
    ToldRun atOnce =
        ToldRun.of("r2", JournalContract.MANIFESTS, JournalContract.event("r2")).cancelled();
    JournalContract.begin(journal, atOnce);

    assertThat(claim(routers, join(routers, "a"), 10).runs()).isEmpty();
  }

  @Test
  void saysWhichRunsHadBeenClaimedBefore() {
    Routers routers = routers();
    begin(routers.journal(join(routers, "a")), "r1");
    Membership a = join(routers, "a");
    assertThat(claim(routers, a, 10).again()).as("for the first time").isEmpty();
    begin(routers.journal(a), "r2");

    Claim second = claim(routers, join(routers, "a"), 10);

    assertThat(second.runs()).containsExactlyInAnyOrder("r1", "r2");
    assertThat(second.again()).containsExactly("r1");
  }

  @Test
  void countsAnewWhatWasOpenedAgain() {
    Routers routers = routers();
    ToldRun run = begin(routers.journal(join(routers, "a")), "r1");
    Membership a = join(routers, "a");
    claim(routers, a, 10);
    append(routers.journal(a), run.started("first").failed("first", 400), 1);
    int ended = run.events().size();
    append(routers.journal(a), run.redriven("first"), ended);

    Claim claim = claim(routers, join(routers, "a"), 10);

    assertThat(claim.runs()).containsExactly("r1");
    assertThat(claim.again()).isEmpty();
  }

  @Test
  void claimsARunAgainThatWasRedriven() {
    Routers routers = routers();
    Journal journal = routers.journal(join(routers, "a"));
    ToldRun run = begin(journal, "r1").started("first").failed("first", 400);
    append(journal, run, 1);
    int ended = run.events().size();

    Membership b = join(routers, "b");
    append(routers.journal(b), run.redriven("first"), ended);

    assertThat(JournalContract.read(journal, "r1")).isEqualTo(run.events());
    routers.leave(b).await().indefinitely();
    assertThat(claim(routers, join(routers, "c"), 10).runs()).containsExactly("r1");
  }

  @Test
  void letsOneOfTwoRoutersRedriveARunThatIsOver() {
    Routers routers = routers();
    Journal journal = routers.journal(join(routers, "a"));
    ToldRun run = begin(journal, "r1").started("first").failed("first", 400);
    append(journal, run, 1);
    int ended = run.events().size();
    Membership b = join(routers, "b");
    run.redriven("first");
    append(routers.journal(b), run, ended);

    assertThatThrownBy(() -> append(routers.journal(join(routers, "c")), run, ended))
        .isInstanceOfAny(Fenced.class, IllegalStateException.class);

    assertThat(JournalContract.read(journal, "r1")).isEqualTo(run.events());
    assertThat(owned(routers, b, "", 10)).containsExactly("r1");
  }

  @Test
  void claimsInPages() {
    Routers routers = routers();
    Journal journal = routers.journal(join(routers, "a"));
    List<String> begun =
        IntStream.range(0, 25).mapToObj(i -> begin(journal, "r" + i).run().id()).toList();
    Membership next = join(routers, "a");
    var claimed = new ArrayList<String>();

    for (int page = 0; page < 3; page++) {
      List<String> runs = claim(routers, next, 10).runs();
      assertThat(runs).hasSizeLessThanOrEqualTo(10);
      claimed.addAll(runs);
    }

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(begun);
    assertThat(claim(routers, next, 10).runs()).isEmpty();
  }

  @Test
  void namesWhatGoesOnInItsOwnHands() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    Membership b = join(routers, "b");
    Journal journal = routers.journal(a);
    begin(routers.journal(b), "r0");
    IntStream.range(1, 6).forEach(i -> begin(journal, "r" + i));
    append(journal, begin(journal, "r6").started("first").succeeded("first", "1"), 1);

    assertThat(owned(routers, a, "", 3)).containsExactly("r1", "r2", "r3");
    assertThat(owned(routers, a, "r3", 3)).containsExactly("r4", "r5");
    routers.leave(a).await().indefinitely();
    claim(routers, b, 10);
    assertThat(owned(routers, a, "", 3)).isEmpty();
    assertThat(owned(routers, b, "", 10)).hasSize(6);
  }

  @Test
  void givesARunToOneOfManyThatClaim() throws Exception {
    Routers routers = routers();
    Membership gone = join(routers, "gone");
    Journal journal = routers.journal(gone);
    IntStream.range(0, 200).forEach(i -> begin(journal, "r" + i));
    routers.leave(gone).await().indefinitely();
    List<Membership> members = IntStream.range(0, 4).mapToObj(i -> join(routers, "b" + i)).toList();
    List<Callable<List<String>>> claims =
        members.stream()
            .<Callable<List<String>>>map(member -> () -> claim(routers, member, 50).runs())
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      assertThat(threads.invokeAll(claims).stream().map(Future::resultNow).flatMap(List::stream))
          .doesNotHaveDuplicates()
          .isNotEmpty();
    }
  }

  @Test
  void saysWhetherThereIsAnythingToClaim() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    Membership b = join(routers, "b");
    assertThat(areAnyOrphaned(routers, b)).as("no runs").isFalse();
    Journal journal = routers.journal(a);
    ToldRun run = begin(journal, "r1");
    assertThat(areAnyOrphaned(routers, b)).as("runs of a router that lives").isFalse();

    routers.leave(a).await().indefinitely();

    assertThat(areAnyOrphaned(routers, b)).isTrue();
    claim(routers, b, 10);
    assertThat(areAnyOrphaned(routers, b)).as("its own").isFalse();
    append(routers.journal(b), run.started("first").succeeded("first", "1"), 1);
    routers.leave(b).await().indefinitely();
    assertThat(areAnyOrphaned(routers, join(routers, "c"))).as("runs that are over").isFalse();
  }

  private static boolean areAnyOrphaned(Routers routers, Membership member) {
    return routers.areAnyOrphaned(member).await().indefinitely();
  }

  private static ToldRun begin(Journal journal, String id) {
    ToldRun run = JournalContract.run(id, JournalContract.event(id));
    assertThat(JournalContract.begin(journal, run)).isEqualTo(new Journal.Begin.Begun());
    return run;
  }

  @Test
  void saysWhichRoutersThereAreAndWhatTheyOwn() {
    Routers routers = routers();
    Membership b = join(routers, "b");
    join(routers, "a");
    begin(routers.journal(b), "r1");
    begin(routers.journal(b), "r2");

    List<RouterBrief> all = all(routers);

    assertThat(all).extracting(RouterBrief::name).containsExactly("a", "b");
    assertThat(all).extracting(RouterBrief::runs).containsExactly(0, 2);
    assertThat(all).allSatisfy(one -> assertThat(one.isMember()).isTrue());
    assertThat(all.getLast().epoch()).isEqualTo(b.epoch());
    assertThat(all.getLast().lease()).isPositive().isLessThanOrEqualTo(Routers.LEASE);
  }

  @Test
  void tellsThatAMembershipHasRunOutUntilTheRouterHasLeft() {
    Routers routers = routers();
    Membership a = join(routers, "a");
    waitOutTheLease();

    assertThat(all(routers)).extracting(RouterBrief::isMember).containsExactly(false);

    routers.leave(a).await().indefinitely();
    assertThat(all(routers)).isEmpty();
  }

  private static List<RouterBrief> all(Routers routers) {
    return routers.all().await().indefinitely();
  }

  private static void append(Journal journal, ToldRun run, int written) {
    List<RunEvent> events = run.events();
    JournalContract.append(
        journal, run.run().id(), written, events.subList(written, events.size()));
  }

  private static Membership join(Routers routers, String router) {
    return routers.join(router).await().indefinitely();
  }

  private static boolean renew(Routers routers, Membership member) {
    return routers.renew(member).await().indefinitely();
  }

  private static List<String> owned(Routers routers, Membership member, String after, int limit) {
    return routers.owned(member, after, limit).await().indefinitely();
  }

  private static Claim claim(Routers routers, Membership member, int limit) {
    return routers.claim(member, limit).await().indefinitely();
  }
}
