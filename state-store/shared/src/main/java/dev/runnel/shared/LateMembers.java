package dev.runnel.shared;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Members;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.View;
import dev.runnel.cache.Views;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Members of whom this router is the only one until others have come, who then say who is. */
final class LateMembers implements Members {

  private final String self;
  private final Views views;
  private volatile @Nullable Members arrived;

  LateMembers(String self, InstantSource clock) {
    this.self = self;
    this.views = new Views(self, clock.instant());
  }

  /** Their views go on with the numbers that were told before. */
  void arrive(Members members) {
    arrived = members;
    members.listen(view -> views.become(view.members(), view.coordinator(), view.since()));
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public View view() {
    return views.now();
  }

  @Override
  public List<View> history() {
    return views.history();
  }

  @Override
  public Subscription listen(Consumer<View> listener) {
    return views.listen(listener);
  }

  @Override
  public Optional<String> owner(CacheKey key) {
    Members now = arrived;
    return now == null ? Optional.empty() : now.owner(key);
  }

  @Override
  public Map<String, Double> suspicion() {
    Members now = arrived;
    return now == null ? Map.of() : now.suspicion();
  }
}
