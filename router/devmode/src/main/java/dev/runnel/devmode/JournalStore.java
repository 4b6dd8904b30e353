package dev.runnel.devmode;

import static dev.runnel.devmode.JournalCalls.changed;

import dev.runnel.contract.Data;
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
import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.Listed;
import dev.runnel.kit.state.StateFenced;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A capability's state in the journal of the router in whose JVM its functions live.
 *
 * @param fence what changes depend on
 */
record JournalStore(KeyedState journal, String capability, Optional<Fence> fence)
    implements StateStore {

  private static final String UNTYPED = "application/octet-stream";

  @Override
  public Optional<Stored> read(String key) {
    return JournalCalls.read(journal.read(key(key)))
        .map(entry -> new Stored(entry.version(), body(entry.content())));
  }

  @Override
  public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
    var content = new Data(body.type(), body.bytes());
    var draft = new Draft(condition(expected), content, ttl, journalFence());
    return switch (changed(journal.write(key(key), draft))) {
      case Written(long version, boolean created) -> new Change.Made(version, !created);
      case Conflict _ -> new Change.Conflict();
      case Fenced _ -> throw fenced();
      case QuotaExceeded exceeded -> throw JournalCalls.refused(exceeded);
    };
  }

  @Override
  public Change remove(String key, Expected expected) {
    return switch (changed(journal.remove(key(key), condition(expected), journalFence()))) {
      case Removed(var version) -> new Change.Made(0, version.isPresent());
      case Conflict _ -> new Change.Conflict();
      case Fenced _ -> throw fenced();
    };
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    return JournalCalls.read(journal.list(new Range(capability, prefix, after, limit))).stream()
        .map(brief -> new Listed(brief.name(), brief.version(), brief.size()))
        .toList();
  }

  @Override
  public StateStore fencedBy(Fence other) {
    return new JournalStore(journal, capability, Optional.of(other));
  }

  private Optional<dev.runnel.journal.keyed.Fence> journalFence() {
    return fence.map(it -> new dev.runnel.journal.keyed.Fence(it.lease(), it.token()));
  }

  private StateFenced fenced() {
    return new StateFenced(fence.orElseThrow());
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
}
