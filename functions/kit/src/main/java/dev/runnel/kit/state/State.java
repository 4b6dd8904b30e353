package dev.runnel.kit.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the functions of a capability keep by key, shared by all of its instances: injected. Values
 * are JSON, read and written by Jackson; {@code byte[]} is kept as it is. Methods block, so they
 * are called on worker threads only; each fails with a {@link StateFailure}.
 */
public final class State {

  private static final String JSON = "application/json";
  private static final String BYTES = "application/octet-stream";

  /** Others that may come in between before an update is given up. */
  private static final int MAX_OVERTAKEN = 100;

  private final StateStore store;
  private final ObjectMapper json;

  /** The state in that store. */
  public State(StateStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  /** What stands under the key; empty: nothing, or not any more. */
  public <T> Optional<Versioned<T>> get(String key, Class<T> type) {
    return store
        .read(StateStore.checked(key))
        .map(stored -> new Versioned<>(stored.version(), value(key, stored.body(), type)));
  }

  /** Lets the value stand there, whatever did; answers its version. */
  public long put(String key, Object value) {
    return put(key, value, Optional.empty());
  }

  /**
   * The same for some time.
   *
   * @param ttl 1 s to 366 days
   */
  public long put(String key, Object value, Duration ttl) {
    if (ttl.compareTo(StateStore.SHORTEST_TTL) < 0 || ttl.compareTo(StateStore.LONGEST_TTL) > 0) {
      throw new IllegalArgumentException(
          "the time to live is %s; expected %s to %s"
              .formatted(ttl, StateStore.SHORTEST_TTL, StateStore.LONGEST_TTL));
    }
    return put(key, value, Optional.of(ttl));
  }

  private long put(String key, Object value, Optional<Duration> ttl) {
    return switch (store.write(StateStore.checked(key), body(value), Expected.ANYTHING, ttl)) {
      case Change.Made made -> made.version();
      case Change.Conflict() -> throw new IllegalStateException("no condition was made");
    };
  }

  /**
   * Lets the value stand there, if that version does.
   *
   * @param version as it was read; 0: nothing stands there
   * @return the new version; empty: something else stood there, and does still
   */
  public Optional<Long> compareAndSet(String key, long version, Object value) {
    Expected expected = Expected.version(version);
    return switch (store.write(StateStore.checked(key), body(value), expected, Optional.empty())) {
      case Change.Made made -> Optional.of(made.version());
      case Change.Conflict() -> Optional.empty();
    };
  }

  /**
   * Reads, changes and writes until nobody came in between; the change may be made several times,
   * and has no other effects.
   *
   * @param change is given what stands there, if something does
   * @return what stands there now
   * @throws StateContended where others came in between each of {@value #MAX_OVERTAKEN} times
   */
  public <T> T update(String key, Class<T> type, Function<Optional<T>, T> change) {
    for (int attempt = 0; attempt < MAX_OVERTAKEN; attempt++) {
      Optional<Versioned<T>> before = get(key, type);
      T after = change.apply(before.map(Versioned::value));
      long version = before.map(Versioned::version).orElse(0L);
      if (compareAndSet(key, version, after).isPresent()) {
        return after;
      }
    }
    throw new StateContended(
        "%s was changed by others %d times in a row; use a key for each writer, or fewer writers"
            .formatted(key, MAX_OVERTAKEN));
  }

  /** Lets nothing stand there; answers whether something did. */
  public boolean remove(String key) {
    return switch (store.remove(StateStore.checked(key), Expected.ANYTHING)) {
      case Change.Made made -> made.before();
      case Change.Conflict() -> throw new IllegalStateException("no condition was made");
    };
  }

  /** Lets nothing stand there, if that version does; answers whether it did. */
  public boolean remove(String key, long version) {
    return store.remove(StateStore.checked(key), new Expected.Version(version))
        instanceof Change.Made;
  }

  /**
   * Which keys there are, in the order of their code points.
   *
   * @param prefix what they begin with; empty: all
   * @param after the last one of the page before; empty for the first page
   * @param limit 1 to {@link StateStore#LARGEST_PAGE}; a page with fewer keys is the last
   */
  public List<Listed> list(String prefix, String after, int limit) {
    if (limit < 1 || limit > StateStore.LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "%d keys are asked for; expected 1 to %d".formatted(limit, StateStore.LARGEST_PAGE));
    }
    return store.list(prefix, after, limit);
  }

  /**
   * The same state for whoever holds a lease: once another one has taken it, each change fails with
   * {@link StateFenced}. So a holder that was paused, and has lost the lease without knowing,
   * undoes nothing that its successor has done.
   */
  public State fencedBy(Fence fence) {
    return new State(store.fencedBy(fence), json);
  }

  private Body body(Object value) {
    if (value instanceof byte[] bytes) {
      return new Body(BYTES, bytes);
    }
    try {
      return new Body(JSON, json.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a %s cannot be written as JSON: %s".formatted(value.getClass(), e.getOriginalMessage()),
          e);
    }
  }

  private <T> T value(String key, Body body, Class<T> type) {
    if (type == byte[].class) {
      return type.cast(body.bytes());
    }
    try {
      return json.readValue(body.bytes(), type);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "what stands under %s is no %s".formatted(key, type.getSimpleName()), e);
    }
  }
}
