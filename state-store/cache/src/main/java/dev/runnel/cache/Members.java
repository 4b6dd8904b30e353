package dev.runnel.cache;

import dev.runnel.contract.coordination.PhiAccrual;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which routers are there, as far as this one sees; others may see it differently. Good for finding
 * somebody, for showing, for doing things once rather than often; never for ownership, which is the
 * journal's. Called from any thread, never blocks.
 */
public interface Members {

  /** This router. */
  String self();

  /** Who is there now. */
  View view();

  /** The latest views, the newest first, at most {@link View#REMEMBERED}. */
  List<View> history();

  /**
   * Tells of each view, the present one first.
   *
   * @param listener called by one thread at a time, in order
   */
  Subscription listen(Consumer<View> listener);

  /**
   * The router that a key of {@link Concerns#STATE} belongs to, so that whoever goes there finds a
   * copy. All routers that see the same view say the same, and few keys move when it changes.
   *
   * @return empty while that is being settled
   */
  Optional<String> owner(CacheKey key);

  /**
   * How much each other router is suspected of being dead: phi, as {@link PhiAccrual} has it. Those
   * are missing that nothing was heard of yet.
   */
  Map<String, Double> suspicion();
}
