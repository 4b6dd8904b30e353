package dev.runnel.journal.keyed;

import dev.runnel.contract.Data;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Values that functions keep by key, each in one version at a time. Every write makes a version
 * with a number that no key has had before, also where the key was removed in between: who has read
 * a version changes that one or nothing. What has expired, by the store's own clock, is not there.
 *
 * <p>Each call is one commit, in which it has its effect once or, where it is refused, not at all.
 * Where it fails with {@link dev.runnel.journal.JournalUnavailable}, either may be so; what stands
 * there tells. Called from any thread, never blocks; answers arrive on any thread.
 *
 * <p>How much a capability keeps is limited. What other writers are committing at the same moment
 * may not be counted yet, so that they may together go beyond a limit by what they are writing;
 * what has expired may be counted until it is swept away.
 */
public interface KeyedState {

  /** Bytes of a body. */
  int LARGEST_BODY = 1 << 20;

  /** What stands there; empty: nothing. */
  Uni<Optional<Entry>> read(Key key);

  /** Lets that stand there instead. */
  Uni<Writing> write(Key key, Draft draft);

  /**
   * Lets nothing stand there.
   *
   * @param fence the lease that must be nobody else's by now, if there is one
   */
  Uni<Removing> remove(Key key, Condition condition, Optional<Fence> fence);

  /** What stands under some keys, in the order of {@link Key#NAMES}. */
  Uni<List<Brief>> list(Range range);

  /**
   * What stands under a key.
   *
   * @param expires by the store's clock; empty: never
   */
  record Entry(long version, Data content, Optional<Instant> expires) {}

  /**
   * The same without the body.
   *
   * @param size bytes of the body
   */
  record Brief(String name, long version, int size, Optional<Instant> expires) {}

  /** What came of a write. */
  sealed interface Writing permits Written, Conflict, Fenced, QuotaExceeded {}

  /** What came of a removal. */
  sealed interface Removing permits Removed, Conflict, Fenced {}

  /**
   * It stands there.
   *
   * @param created whether nothing stood there before
   */
  record Written(long version, boolean created) implements Writing {}

  /**
   * Nothing stands there.
   *
   * @param version what stood there before; empty: nothing
   */
  record Removed(OptionalLong version) implements Removing {}

  /**
   * Something else stands there than the condition says; nothing was changed.
   *
   * @param version what stands there; empty: nothing
   */
  record Conflict(OptionalLong version) implements Writing, Removing {}

  /**
   * The lease of the fence has another token by now, or has been forgotten; nothing was changed.
   *
   * @param token that of the lease; 0: it is not known
   */
  record Fenced(long token) implements Writing, Removing {}
}
