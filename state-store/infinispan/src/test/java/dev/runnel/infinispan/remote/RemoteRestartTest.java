package dev.runnel.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Change;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Soon;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.CachedAnswer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Infinispan server that goes and comes back. */
class RemoteRestartTest {

  private static final CacheKey KEY = CacheKey.of("a");
  private static final CachedAnswer ANSWER =
      new CachedAnswer("", Bytes.of(new byte[10]), "hello", "1", Instant.EPOCH);

  @TempDir Path before;
  @TempDir Path after;

  @Test
  void answersNothingWhileItIsGoneAndGoesOnWhenItIsBack() {
    comesBackAt(before);
  }

  @Test
  void getsTheCachesAnewThatItHasForgotten() {
    comesBackAt(after);
  }

  private void comesBackAt(Path folder) {
    TestServer first = TestServer.start(before);
    try (RemoteStore here = first.connect("router-0");
        RemoteStore there = first.connect("router-1")) {
      Queue<Change> told = new ConcurrentLinkedQueue<>();
      try (Subscription _ = results(there).listen(told::add)) {
        assertThat(put(here)).isEqualTo(Write.DONE);
        Soon.holds("it is seen, and kept near", () -> get(there) instanceof Lookup.Hit);
        first.close();

        Soon.holds("it is gone", () -> put(here) == Write.UNAVAILABLE);
        Soon.holds("nothing near is used", () -> get(there) instanceof Lookup.Unavailable);

        try (TestServer _ = TestServer.start(folder, first.address(), "")) {
          Soon.holds("it is back", () -> put(here) == Write.DONE);
          Soon.holds("it is seen again", () -> get(there) instanceof Lookup.Hit);
          told.clear();
          Soon.holds("changes are told", () -> put(here) == Write.DONE && !told.isEmpty());
          Soon.holds("both see both", () -> members(here) == 2 && members(there) == 2);
        }
      }
    }
  }

  private static int members(RemoteStore store) {
    return store.members().view().members().size();
  }

  private static Write put(RemoteStore store) {
    return results(store).put(KEY, ANSWER).await().indefinitely();
  }

  private static Lookup<CachedAnswer> get(RemoteStore store) {
    return results(store).get(KEY).await().indefinitely();
  }

  private static Cache<CachedAnswer> results(RemoteStore store) {
    return store.cache(Concerns.RESULTS);
  }
}
