package dev.runnel.server.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.server.config.StateConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tokens are made with: configured, or else drawn once and kept in the journal, so that all of
 * its routers have the same. Called from any thread.
 */
@Singleton
class StateKey {

  private static final int SHORTEST = 32;
  private static final int BYTES = 32;

  /** Of no capability: those have no dot in their names. */
  private static final Key KEPT = new Key(".runnel", "state-key");

  private final KeyedState state;
  private final KeyFile file;
  private volatile @Nullable Tokens known;

  StateKey(StateConfig config, KeyedState state) {
    this.state = state;
    this.file = new KeyFile(config.keyFolder());
    config.key().ifPresent(key -> known = new Tokens(checked(key)));
  }

  /** The tokens made with it; fails where the journal does not answer. */
  Uni<Tokens> tokens() {
    Tokens now = known;
    return now != null
        ? Uni.createFrom().item(now)
        : Uni.createFrom().deferred(() -> state.read(KEPT)).chain(this::found).invoke(this::keep);
  }

  private Uni<Tokens> found(Optional<KeyedState.Entry> entry) {
    return entry
        .map(kept -> Uni.createFrom().item(new Tokens(kept.content().text())))
        .orElseGet(this::drawn);
  }

  /** Whoever is first has drawn it for all. */
  private Uni<Tokens> drawn() {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Draft draft = Draft.of(new Data("text/plain", key.getBytes(UTF_8))).when(Condition.ABSENT);
    return state
        .write(KEPT, draft)
        .chain(written -> state.read(KEPT))
        .map(entry -> new Tokens(entry.orElseThrow().content().text()));
  }

  private synchronized void keep(Tokens tokens) {
    if (known == null) {
      file.write(tokens.key());
      known = tokens;
    }
  }

  private static String checked(String key) {
    if (key.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "runnel.state.key has %d characters; expected at least %d, drawn at random, as of: openssl rand -base64 32"
              .formatted(key.length(), SHORTEST));
    }
    return key;
  }
}
