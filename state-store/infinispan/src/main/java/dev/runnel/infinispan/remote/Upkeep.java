package dev.runnel.infinispan.remote;

import dev.runnel.cache.Write;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sets right after a server was gone what the client does not: makes the caches anew that a server
 * has lost which keeps nothing over a restart, and listens anew where the client has come back
 * without its listeners, as it does at times. A router's own signs of life show either.
 */
final class Upkeep {

  private static final Logger LOG = System.getLogger(Upkeep.class.getName());

  /** Signs of life that were written and not heard of: the client listens anew within five. */
  private static final int UNHEARD = 10;

  private final ServedCaches served;
  private final Collection<ServedCache<?>> caches;
  private final ServedCache<?> heartbeats;
  private final AtomicBoolean busy = new AtomicBoolean();
  private long heard;
  private int unheard;

  Upkeep(ServedCaches served, Collection<ServedCache<?>> caches, ServedCache<?> heartbeats) {
    this.served = served;
    this.caches = caches;
    this.heartbeats = heartbeats;
  }

  /** Looks whether a sign of life was written, and the one before heard of. Does not block. */
  void after(Write beat) {
    if (beat == Write.UNAVAILABLE) {
      begin(served::makeAll);
    }
    if (count(beat) >= UNHEARD) {
      begin(() -> caches.forEach(ServedCache::listenAnew));
    }
  }

  private synchronized int count(Write beat) {
    long now = heartbeats.heard();
    unheard = beat == Write.UNAVAILABLE || now != heard ? 0 : unheard + 1;
    heard = now;
    return unheard;
  }

  private void begin(Runnable work) {
    if (busy.compareAndSet(false, true)) {
      var _ = Thread.ofVirtual().start(() -> carryOut(work));
    }
  }

  /** Whether the server answers at all, the calls tell. */
  private void carryOut(Runnable work) {
    try {
      work.run();
      forget();
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "The caches are not as they were", failed);
    } finally {
      busy.set(false);
    }
  }

  private synchronized void forget() {
    unheard = 0;
  }
}
