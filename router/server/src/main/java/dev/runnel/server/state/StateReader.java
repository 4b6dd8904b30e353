package dev.runnel.server.state;

import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState.Entry;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Where values are read that need not be of this very moment. Called from any thread, never blocks.
 */
interface StateReader {

  /** What stands there, or stood there lately; empty: nothing. */
  Uni<Optional<Entry>> read(Key key);
}
