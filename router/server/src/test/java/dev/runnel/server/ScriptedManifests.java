package dev.runnel.server;

import dev.runnel.journal.Manifests;
import dev.runnel.journal.MemoryManifests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Manifests in memory that break, or that somebody else changes, when a test wants it. */
@ApplicationScoped
public class ScriptedManifests implements Manifests {

  /** Set to true, nothing can be read before {@link #open}. */
  static final String CLOSED = "scripted.manifests.closed";

  private static final int MAX_REMOVED = 10_000;

  /** What happens to the next change. */
  public enum Fault {
    NONE,
    /** It is not written. */
    REFUSES_APPEND,
    /** It is written, and the answer is lost. */
    LOSES_THE_ANSWER,
  }

  private final Manifests memory = new MemoryManifests(MAX_REMOVED);
  private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
  private volatile Fault fault = Fault.NONE;

  ScriptedManifests(@ConfigProperty(name = CLOSED, defaultValue = "false") boolean closed) {
    if (!closed) {
      opened.complete(true);
    }
  }

  public void open() {
    opened.complete(true);
  }

  public void breaks(Fault how) {
    fault = how;
  }

  /** Another router makes a change. */
  public void other(Change... changes) {
    memory
        .read()
        .chain(content -> memory.append(content.revision(), List.of(changes)))
        .await()
        .indefinitely();
  }

  @Override
  public Uni<Long> revision() {
    return memory.revision();
  }

  @Override
  public Uni<Content> read() {
    return Uni.createFrom().completionStage(opened::copy).chain(memory::read);
  }

  @Override
  public Uni<Writing> append(long revision, List<Change> changes) {
    return switch (fault) {
      case NONE -> memory.append(revision, changes);
      case REFUSES_APPEND -> down();
      case LOSES_THE_ANSWER -> memory.append(revision, changes).chain(_ -> down());
    };
  }

  private static Uni<Writing> down() {
    return Uni.createFrom().failure(new IllegalStateException("the journal is down"));
  }
}
