package dev.runnel.server.state;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What requests about one key ask for. */
record KeyRequest(Key key, HttpServerRequest http, Parameters asked) {

  static final String CONSISTENT = "consistent";
  static final String TTL = "ttl";
  static final String DURABLE = "durable";

  static final Duration SHORTEST_TTL = Duration.ofSeconds(1);
  static final Duration LONGEST_TTL = Duration.ofDays(366);

  static final Map<String, Kind> READING = Map.of(CONSISTENT, Kind.SWITCH);
  static final Map<String, Kind> WRITING =
      Map.of(TTL, Durations.between(SHORTEST_TTL, LONGEST_TTL), DURABLE, Kind.SWITCH);
  static final Map<String, Kind> REMOVING = Map.of();

  /**
   * Reads the key and the parameters.
   *
   * @param kinds the parameters that there are
   */
  static Reading<KeyRequest> read(
      String capability, String name, HttpServerRequest http, Map<String, Kind> kinds) {
    return Reading.made("key", () -> new Key(capability, name))
        .then(
            key ->
                switch (Parameters.read(http.uri(), kinds)) {
                  case Parameters.Reading.Refused(var problem) -> new Reading.Refused<>(problem);
                  case Parameters.Reading.Read(Parameters asked) ->
                      Reading.of(new KeyRequest(key, http, asked));
                });
  }

  boolean consistent() {
    return asked.find(CONSISTENT).map(Boolean::valueOf).orElse(false);
  }

  boolean durable() {
    return asked.find(DURABLE).map(Boolean::valueOf).orElse(true);
  }

  Reading<Condition> condition() {
    return Tag.condition(http.headers());
  }

  Reading<Optional<Fence>> fence() {
    return FenceHeader.read(http.headers());
  }

  /** What is to stand there. */
  Reading<Draft> draft(byte[] body) {
    List<String> types = http.headers().getAll("Content-Type");
    if (types.size() > 1) {
      return Reading.refused("Content-Type", "It is given several times; give it once");
    }
    var data = new Data(types.isEmpty() ? null : types.getFirst(), body);
    Optional<Duration> ttl = asked.find(TTL).flatMap(Durations::read);
    return condition()
        .then(
            condition ->
                fence()
                    .then(
                        fence ->
                            Reading.made(
                                "Content-Type", () -> new Draft(condition, data, ttl, fence))))
        .then(this::checked);
  }

  /** Only the journal decides what depends on something. */
  private Reading<Draft> checked(Draft draft) {
    return durable() || (draft.condition().equals(Condition.ALWAYS) && draft.fence().isEmpty())
        ? Reading.of(draft)
        : Reading.refused(
            DURABLE,
            "If-Match, If-None-Match and Runnel-Fence are decided by the journal, to which"
                + " durable=false does not write; leave out one or the other");
  }
}
