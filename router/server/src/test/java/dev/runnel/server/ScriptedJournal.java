package dev.runnel.server;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.ForwardingJournal;
import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import dev.runnel.journal.UnreadableRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal in memory that breaks while a test wants it to. */
@ApplicationScoped
public class ScriptedJournal {

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

  private final Semaphore appended = new Semaphore(0);
  private final AtomicInteger rebuilds = new AtomicInteger();
  private volatile CompletableFuture<Void> rebuild = CompletableFuture.completedFuture(null);
  private volatile Fault fault = Fault.NONE;
  private volatile String unreadable = "";

  public void breaks(Fault how) {
    fault = how;
  }

  /** Nobody can make sense of what is written of this run. */
  public void cannotRead(String run) {
    unreadable = run;
  }

  /** The journal, broken as it is wanted. */
  Journal over(Journal sound) {
    return new Breakable(sound);
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

  /** Has what is made anew take until this is completed. */
  public void rebuildsUntil(CompletableFuture<Void> end) {
    rebuild = end;
  }

  /** How often it was begun to make something anew. */
  public int rebuilds() {
    return rebuilds.get();
  }

  /** How often something was written that nobody has waited for. */
  public int appends() {
    return appended.drainPermits();
  }

  private static <T> Uni<T> down() {
    return Uni.createFrom().failure(new JournalUnavailable("the journal is down"));
  }

  private final class Breakable extends ForwardingJournal {

    private Breakable(Journal sound) {
      super(sound);
    }

    @Override
    public Uni<List<Begin>> begin(List<NewRun> runs) {
      if (fault == Fault.THROWS_ON_BEGIN) {
        throw new IllegalStateException("the journal's client is broken");
      }
      return fault == Fault.REFUSES_BEGIN ? down() : super.begin(runs);
    }

    @Override
    public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
      if (fault == Fault.THROWS_ON_APPEND) {
        throw new IllegalStateException("the journal's client is broken");
      }
      return fault == Fault.REFUSES_APPEND
          ? down()
          : super.append(sequel, children).onItem().invoke(done -> appended.release());
    }

    @Override
    public Uni<List<Place>> heads(Collection<Line> lines) {
      return fault == Fault.REFUSES_READ ? down() : super.heads(lines);
    }

    @Override
    public Uni<List<RunEvent>> read(String run) {
      return fault == Fault.REFUSES_READ
          ? down()
          : known(List.of(run)).chain(() -> super.read(run));
    }

    @Override
    public Uni<List<List<RunEvent>>> read(List<String> runs) {
      return fault == Fault.REFUSES_READ ? down() : known(runs).chain(() -> super.read(runs));
    }

    private Uni<Void> known(List<String> runs) {
      return runs.contains(unreadable)
          ? Uni.createFrom().failure(new UnreadableRecord("this was scripted"))
          : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
      return fault == Fault.REFUSES_READ ? down() : super.descendants(roots);
    }

    @Override
    public Uni<RunPage> find(RunQuery query) {
      return fault == Fault.REFUSES_READ
          ? down()
          : super.find(query).map(page -> new RunPage(page.runs(), page.next(), illegible()));
    }

    private List<String> illegible() {
      return unreadable.isEmpty() ? List.of() : List.of(unreadable);
    }

    @Override
    public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
      return fault == Fault.REFUSES_READ
          ? down()
          : super.findDeadLetters(query)
              .map(page -> new DeadLetterPage(page.letters(), page.next(), illegible()));
    }

    @Override
    public Uni<List<String>> rebuildDeadLetters() {
      return fault == Fault.REFUSES_READ
          ? down()
          : super.rebuildDeadLetters()
              .invoke(rebuilds::incrementAndGet)
              .call(() -> Uni.createFrom().completionStage(rebuild.copy()))
              .map(all -> illegible());
    }
  }
}
