package dev.runnel.server;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A journal in memory that breaks while a test wants it to. */
@ApplicationScoped
public class ScriptedJournal implements Journal {

  private static final int MAX_KEPT = 10_000;
  private static final int PATIENCE_SECONDS = 10;

  /** What the journal does not do. */
  public enum Fault {
    NONE,
    /** New runs are not written: it says so. */
    REFUSES_BEGIN,
    /** New runs are not written: it throws before it gives an answer at all. */
    THROWS_ON_BEGIN,
    /** What happens to runs is not written: it says so. */
    REFUSES_APPEND,
    /** What happens to runs is not written: it throws before it gives an answer at all. */
    THROWS_ON_APPEND,
    /** Runs cannot be read. */
    REFUSES_READ
  }

  private final MemoryJournal memory = new MemoryJournal(MAX_KEPT, Long.MAX_VALUE);
  private final Semaphore appended = new Semaphore(0);
  private volatile Fault fault = Fault.NONE;

  @Produces
  @Singleton
  Retention retention(Clock clock) {
    return new MemoryRetention(memory, clock);
  }

  public void breaks(Fault how) {
    fault = how;
  }

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    if (fault == Fault.THROWS_ON_BEGIN) {
      throw new IllegalStateException("the journal's client is broken");
    }
    return fault == Fault.REFUSES_BEGIN ? down() : memory.begin(runs);
  }

  @Override
  public Uni<List<Begin>> append(
      String run, int written, List<RunEvent> events, List<NewRun> children) {
    if (fault == Fault.THROWS_ON_APPEND) {
      throw new IllegalStateException("the journal's client is broken");
    }
    return fault == Fault.REFUSES_APPEND
        ? down()
        : memory.append(run, written, events, children).onItem().invoke(done -> appended.release());
  }

  /** Waits until something that has happened to a run is written, and counts it no more. */
  public void awaitAppend() {
    try {
      if (!appended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing more is written of any run");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** How often something was written that nobody has waited for. */
  public int appends() {
    return appended.drainPermits();
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return fault == Fault.REFUSES_READ ? down() : memory.read(run);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return fault == Fault.REFUSES_READ ? down() : memory.find(query);
  }

  private static <T> Uni<T> down() {
    return Uni.createFrom().failure(new IllegalStateException("the journal is down"));
  }
}
