package dev.runnel.server.state;

import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedState.Entry;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads values where they are written: in the journal. */
@Singleton
@DefaultBean
class JournalReader implements StateReader {

  private final KeyedState state;

  JournalReader(KeyedState state) {
    this.state = state;
  }

  @Override
  public Uni<Optional<Entry>> read(Key key) {
    return state.read(key);
  }
}
