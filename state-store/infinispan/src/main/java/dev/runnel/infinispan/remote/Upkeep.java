package dev.runnel.infinispan.remote;

import dev.runnel.cache.Write;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes the caches anew that a server has lost, as one does that keeps nothing over a restart. The
 * client asks for them as if they were still there.
 */
final class Upkeep {

  private static final Logger LOG = System.getLogger(Upkeep.class.getName());

  private final ServedCaches served;
  private final AtomicBoolean busy = new AtomicBoolean();

  Upkeep(ServedCaches served) {
    this.served = served;
  }

  /** Looks after the caches where a sign of life found no answer. Does not wait for them. */
  void after(Write beat) {
    if (beat == Write.UNAVAILABLE && busy.compareAndSet(false, true)) {
      var _ = Thread.ofVirtual().start(this::make);
    }
  }

  /** Whether the server answers at all, the calls tell. */
  private void make() {
    try {
      served.makeAll();
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "The caches are not made anew", failed);
    } finally {
      busy.set(false);
    }
  }
}
