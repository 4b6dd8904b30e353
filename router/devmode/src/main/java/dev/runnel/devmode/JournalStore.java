package dev.runnel.devmode;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.runnel.contract.Data;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedState.Conflict;
import dev.runnel.journal.keyed.KeyedState.Fenced;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.journal.keyed.Range;
import dev.runnel.kit.state.Body;
import dev.runnel.kit.state.Change;
import dev.runnel.kit.state.Expected;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.StateUncertain;
import dev.runnel.kit.state.Stored;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A capability's state in the journal of the router in whose JVM its functions live. */
record JournalStore(KeyedState journal, String capability) implements StateStore {

  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int TOO_LARGE = 413;
  private static final int NO_ROOM = 507;
  private static final String UNTYPED = "application/octet-stream";

  @Override
  public Optional<Stored> read(String key) {
    return read(journal.read(key(key)))
        .map(entry -> new Stored(entry.version(), body(entry.content())));
  }

  @Override
  public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
    var content = new Data(body.type(), body.bytes());
    var draft = new Draft(condition(expected), content, ttl, Optional.empty());
    return switch (changed(journal.write(key(key), draft))) {
      case Written(long version, boolean created) -> new Change.Made(version, !created);
      case Conflict _ -> new Change.Conflict();
      case Fenced _ -> throw new IllegalStateException("no fence was asked for");
      case QuotaExceeded exceeded -> throw refused(exceeded);
    };
  }

  @Override
  public Change remove(String key, Expected expected) {
    return switch (changed(journal.remove(key(key), condition(expected), Optional.empty()))) {
      case Removed(var version) -> new Change.Made(0, version.isPresent());
      case Conflict _ -> new Change.Conflict();
      case Fenced _ -> throw new IllegalStateException("no fence was asked for");
    };
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    return read(journal.list(new Range(capability, prefix, after, limit))).stream()
        .map(brief -> new Listed(brief.name(), brief.version(), brief.size()))
        .toList();
  }

  private Key key(String name) {
    return new Key(capability, name);
  }

  private static Body body(Data content) {
    return new Body(Objects.requireNonNullElse(content.contentType(), UNTYPED), content.bytes());
  }

  private static Condition condition(Expected expected) {
    return switch (expected) {
      case Expected.Anything() -> Condition.ALWAYS;
      case Expected.Nothing() -> Condition.ABSENT;
      case Expected.Version(long number) -> new Condition.Version(number);
    };
  }

  private static StateRefused refused(QuotaExceeded exceeded) {
    return new StateRefused(
        exceeded.what() == QuotaExceeded.What.BODY ? TOO_LARGE : NO_ROOM,
        "%s: there are %d of %d; remove some first"
            .formatted(exceeded.what(), exceeded.used(), exceeded.limit()));
  }

  private static <T> T read(Uni<T> answer) {
    return waited(answer, () -> new StateUnavailable("the journal does not answer"));
  }

  private static <T> T changed(Uni<T> answer) {
    return waited(
        answer,
        () ->
            new StateUncertain("nobody knows whether it was changed: the journal does not answer"));
  }

  /** Functions ask on worker threads, which may wait. */
  private static <T> T waited(Uni<T> answer, Supplier<RuntimeException> down) {
    var awaited = new CompletableFuture<T>();
    var _ = answer.subscribe().with(awaited::complete, awaited::completeExceptionally);
    try {
      return awaited.orTimeout(PATIENCE.toMillis(), MILLISECONDS).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof JournalUnavailable
          || failed.getCause() instanceof TimeoutException) {
        throw down.get();
      }
      throw failed.getCause() instanceof RuntimeException bug ? bug : failed;
    }
  }
}
