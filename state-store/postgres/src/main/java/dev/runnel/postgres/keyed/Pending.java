package dev.runnel.postgres.keyed;

import dev.runnel.postgres.group.Waiting;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** A change that waits for its commit. Several of one key may go in one group, in their order. */
record Pending<C>(C change, long bytes, UniEmitter<? super Answer> answer) implements Waiting {

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public @Nullable String apart() {
    return null;
  }

  @Override
  public void fail(Throwable why) {
    answer.fail(why);
  }
}
