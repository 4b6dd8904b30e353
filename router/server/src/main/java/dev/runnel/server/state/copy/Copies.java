package dev.runnel.server.state.copy;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Write;
import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.KeyedState.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the cache knows of values, one slot for each key. A copy is used for {@link #LIFE} from when
 * the journal was asked that it comes from: so it was true at some moment since, whatever was lost
 * or came late. Within that time no version takes the place of a later one.
 */
final class Copies {

  /** How old what is read may be. */
  static final Duration LIFE = Duration.ofSeconds(10);

  /** Others may change the same slot meanwhile. */
  private static final int MOST_TRIES = 5;

  private final Cache<KeyedState> cache;
  private final InstantSource clock;

  Copies(Cache<KeyedState> cache, InstantSource clock) {
    this.cache = cache;
    this.clock = clock;
  }

  /** What may be used of a slot; its version is 0 where no journal has it. */
  Uni<Optional<Entry>> find(CacheKey key) {
    return cache.get(key).map(found -> found.value().filter(this::isUsable).map(Copies::entry));
  }

  /**
   * The journal had this.
   *
   * @param age how long ago it was asked
   */
  Uni<Write> fill(CacheKey key, Entry entry, Duration age) {
    Instant now = clock.instant();
    Instant fresh = now.plus(LIFE).minus(age);
    Instant until = entry.expires().filter(fresh::isAfter).orElse(fresh);
    return until.isAfter(now)
        ? place(
            new Placing(
                key,
                copy(entry.version(), entry.content(), until, entry.expires()),
                Duration.between(now, until),
                false))
        : Uni.createFrom().item(Write.REFUSED);
  }

  /**
   * The journal has what was drafted since it was asked to write, in this version. When one that
   * expires does so only the journal knows, and is asked.
   */
  Uni<Write> written(CacheKey key, long version, Draft draft, Duration age) {
    Duration left = LIFE.minus(age);
    if (draft.ttl().isPresent() || !left.isPositive()) {
      return outdate(key, version - 1, true);
    }
    Instant until = clock.instant().plus(left);
    KeyedState copy = copy(version, draft.content(), until, Optional.empty());
    return place(new Placing(key, copy, left, true));
  }

  /** The journal has neither this version nor one before any more. */
  Uni<Write> removed(CacheKey key, long version) {
    return outdate(key, version, true);
  }

  /**
   * The journal has something else than somebody expected.
   *
   * @param version what stands there; empty: nothing
   */
  Uni<Write> corrected(CacheKey key, OptionalLong version) {
    return version.isPresent()
        ? outdate(key, version.getAsLong() - 1, false)
        : remove(key, Kind.COPY).replaceWith(Write.DONE);
  }

  /** Lets this stand there without the journal. */
  Uni<Write> keep(CacheKey key, Draft draft) {
    Duration longest = cache.concern().life();
    Duration life = draft.ttl().map(cache.concern()::cut).orElse(longest);
    Instant until = clock.instant().plus(life);
    var unwritten =
        new KeyedState(
            Kind.UNWRITTEN,
            0,
            type(draft.content()),
            Bytes.wrapping(draft.content().bytes()),
            until,
            Optional.of(until));
    return cache.put(key, unwritten, life);
  }

  /** Forgets what stands in a slot if it is of this kind; whether something did. */
  Uni<Boolean> remove(CacheKey key, Kind kind) {
    return cache
        .get(key)
        .chain(
            found ->
                found instanceof Lookup.Hit<KeyedState>(KeyedState standing, long seen)
                        && standing.kind() == kind
                    ? cache.remove(key, seen)
                    : Uni.createFrom().item(Write.REFUSED))
        .map(done -> done == Write.DONE);
  }

  private Uni<Write> outdate(CacheKey key, long version, boolean always) {
    Instant until = clock.instant().plus(LIFE);
    return place(new Placing(key, KeyedState.outdated(version, until), LIFE, always));
  }

  private Uni<Write> place(Placing placing) {
    return place(placing, MOST_TRIES);
  }

  /** Where others keep changing the slot, it is forgotten: nobody is misled by nothing. */
  private Uni<Write> place(Placing placing, int tries) {
    if (tries == 0) {
      return cache.remove(placing.key());
    }
    return cache
        .get(placing.key())
        .chain(found -> attempt(placing, found))
        .chain(
            done ->
                done == Write.REFUSED ? place(placing, tries - 1) : Uni.createFrom().item(done));
  }

  private Uni<Write> attempt(Placing placing, Lookup<KeyedState> found) {
    return switch (found) {
      case Lookup.Hit<KeyedState>(KeyedState standing, long seen) ->
          placing.replaces(standing)
              ? cache.replace(placing.key(), placing.fresh(), seen, placing.life())
              : Uni.createFrom().item(Write.DONE);
      case Lookup.Miss<KeyedState>() ->
          cache.putIfAbsent(placing.key(), placing.fresh(), placing.life());
      case Lookup.Unavailable<KeyedState> silent -> Uni.createFrom().item(Write.UNAVAILABLE);
    };
  }

  private boolean isUsable(KeyedState state) {
    return state.kind() != Kind.OUTDATED && state.until().isAfter(clock.instant());
  }

  private static KeyedState copy(
      long version, Data content, Instant until, Optional<Instant> expires) {
    return new KeyedState(
        Kind.COPY, version, type(content), Bytes.wrapping(content.bytes()), until, expires);
  }

  private static String type(Data content) {
    return Objects.requireNonNullElse(content.contentType(), "");
  }

  private static Entry entry(KeyedState state) {
    String type = state.contentType().isEmpty() ? null : state.contentType();
    return new Entry(state.version(), new Data(type, state.content().unwrapped()), state.expires());
  }
}
