package dev.runnel.server;

import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.MemoryKeyedState;
import dev.runnel.journal.keyed.MemoryLeases;
import dev.runnel.journal.keyed.Range;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Values in memory, few for each capability, that cannot be reached while a test wants it. */
@Singleton
public class ScriptedKeyedState implements KeyedState {

  /** Enough for every test but the one that fills it up. */
  static final KeyedLimits LIMITS = new KeyedLimits(50, 3L << 20, 10, 10, 10);

  private final MemoryLeases leases;
  private final KeyedState memory;
  private volatile boolean down;

  @Inject
  public ScriptedKeyedState(Clock clock) {
    leases = new MemoryLeases(LIMITS, clock);
    memory = new MemoryKeyedState(LIMITS, clock, leases);
  }

  public void breaks(boolean whether) {
    down = whether;
  }

  @Override
  public Uni<Optional<Entry>> read(Key key) {
    return reached(memory.read(key));
  }

  @Override
  public Uni<Writing> write(Key key, Draft draft) {
    return reached(memory.write(key, draft));
  }

  @Override
  public Uni<Removing> remove(Key key, Condition condition, Optional<Fence> fence) {
    return reached(memory.remove(key, condition, fence));
  }

  @Override
  public Uni<List<Brief>> list(Range range) {
    return reached(memory.list(range));
  }

  /** Those that fences name. */
  MemoryLeases leases() {
    return leases;
  }

  <T> Uni<T> reached(Uni<T> answer) {
    return down ? Uni.createFrom().failure(new JournalUnavailable("the journal is down")) : answer;
  }
}
