package dev.runnel.infinispan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Samples;
import dev.runnel.cache.Samples.Sample;
import dev.runnel.cache.Sharing.WhenSplit;
import dev.runnel.cache.Soon;
import dev.runnel.cache.Write;
import java.util.List;
import java.util.Optional;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.remoting.transport.Transport;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.TP;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of three routers hears nothing of the two others for a while, nor they of it. */
class SplitClusterTest {

  /** All but signs of life, which are forgotten after some seconds. */
  private static final List<Sample<?>> LASTING =
      Samples.ALL.stream().filter(sample -> !sample.concern().equals(Concerns.HEARTBEATS)).toList();

  private static final CacheKey BEFORE = CacheKey.of("written before");
  private static final CacheKey MEANWHILE = CacheKey.of("written meanwhile");
  private static final CacheKey AFTERWARDS = CacheKey.of("written afterwards");

  private final TestCluster cluster = new TestCluster(3, Optional.empty());
  private EmbeddedStore alone;
  private EmbeddedStore other;

  @BeforeEach
  void start() {
    cluster.startAll(3);
    other = cluster.router(0);
    alone = cluster.router(2);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void whatCouldBeStaleIsDeniedToTheOneUntilItIsBack() throws Exception {
    for (Sample<?> sample : LASTING) {
      assertThat(put(other, sample, BEFORE)).isEqualTo(Write.DONE);
      Soon.holds(
          "it is there", () -> get(alone, sample.concern(), BEFORE) instanceof Lookup.Hit<?>);
    }

    DISCARD cut = cut();
    Soon.holds("it is denied", () -> isDenied(alone, Concerns.STATE));
    Soon.holds("the others know", () -> TestCluster.members(other) == 2);

    assertThat(isDenied(alone, Concerns.FUNCTIONS)).isTrue();
    for (Sample<?> sample : LASTING) {
      boolean denied = sample.concern().sharing().whenSplit() == WhenSplit.DENY;
      assertThat(put(alone, sample, MEANWHILE))
          .as("%s", sample)
          .isEqualTo(denied ? Write.UNAVAILABLE : Write.DONE);
      assertThat(get(other, sample.concern(), BEFORE)).isInstanceOf(Lookup.Hit.class);
      assertThat(put(other, sample, MEANWHILE)).isEqualTo(Write.DONE);
    }

    cut.discardAll(false);
    Soon.holds("all see all", () -> TestCluster.members(alone) == 3);
    for (Sample<?> sample : LASTING) {
      Soon.holds(
          "what only some have is forgotten, what all have is not: " + sample,
          () ->
              get(other, sample.concern(), BEFORE) instanceof Lookup.Hit<?>
                  && isAgreed(sample.concern(), MEANWHILE)
                  && isAgreed(sample.concern(), BEFORE));
      assertThat(put(alone, sample, AFTERWARDS)).isEqualTo(Write.DONE);
      assertThat(get(other, sample.concern(), AFTERWARDS)).isInstanceOf(Lookup.Hit.class);
    }
  }

  /** Whether both say the same. */
  private boolean isAgreed(Concern<?> concern, CacheKey key) {
    return get(alone, concern, key).equals(get(other, concern, key));
  }

  private DISCARD cut() throws Exception {
    var transport =
        (JGroupsTransport) GlobalComponentRegistry.componentOf(alone.infinispan(), Transport.class);
    var cut = new DISCARD().discardAll(true);
    transport
        .getChannel()
        .getProtocolStack()
        .insertProtocol(cut, ProtocolStack.Position.ABOVE, TP.class);
    return cut;
  }

  private static boolean isDenied(EmbeddedStore router, Concern<?> concern) {
    return get(router, concern, BEFORE) instanceof Lookup.Unavailable<?>;
  }

  private static <V extends Record> Lookup<V> get(
      EmbeddedStore router, Concern<V> concern, CacheKey key) {
    return router.cache(concern).get(key).await().indefinitely();
  }

  private static <V extends Record> Write put(
      EmbeddedStore router, Sample<V> sample, CacheKey key) {
    V value = sample.values().getFirst();
    return router.cache(sample.concern()).put(key, value).await().indefinitely();
  }
}
