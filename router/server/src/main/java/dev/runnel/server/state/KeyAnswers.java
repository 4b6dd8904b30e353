package dev.runnel.server.state;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.KeyedState.Conflict;
import dev.runnel.journal.keyed.KeyedState.Entry;
import dev.runnel.journal.keyed.KeyedState.Fenced;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Removing;
import dev.runnel.journal.keyed.KeyedState.Writing;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.QuotaExceeded;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** What those are answered who ask for one key. */
final class KeyAnswers {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private static final String ETAG = "ETag";

  /** When what is there will not be there any more (RFC 8594). */
  private static final String SUNSET = "Sunset";

  /** The router that is asked fastest. */
  private static final String OWNER = "Runnel-Owner";

  private KeyAnswers() {}

  static Answer owned(Answer answer, Optional<String> owner) {
    return owner.map(name -> answer.with(OWNER, name)).orElse(answer);
  }

  static Answer found(Optional<Entry> entry, HttpServerRequest http) {
    return entry.map(standing -> shown(standing, http)).orElseGet(() -> absent(http));
  }

  private static Answer shown(Entry entry, HttpServerRequest http) {
    Optional<String> tag = tag(entry.version());
    Answer answer =
        tag.filter(it -> Tag.isKnown(http.headers(), it)).isPresent()
            ? Answer.of(NOT_MODIFIED)
            : new Answer(OK, Map.of(), entry.content().bytes(), null);
    String type = entry.content().contentType();
    Answer typed =
        type == null || answer.status() != OK ? answer : answer.with("Content-Type", type);
    return tagged(expiring(typed, entry.expires()), tag);
  }

  private static Answer expiring(Answer answer, Optional<Instant> expires) {
    return expires
        .map(expiry -> DateTimeFormatter.RFC_1123_DATE_TIME.format(expiry.atZone(ZoneOffset.UTC)))
        .map(expiry -> answer.with(SUNSET, expiry))
        .orElse(answer);
  }

  /** What no journal has has no version. */
  private static Optional<String> tag(long version) {
    return version > 0 ? Optional.of(Tag.of(version)) : Optional.empty();
  }

  private static Answer tagged(Answer answer, Optional<String> tag) {
    return tag.map(it -> answer.with(ETAG, it)).orElse(answer);
  }

  static Answer written(Writing writing, HttpServerRequest http) {
    return switch (writing) {
      case Written(long version, boolean created) ->
          tagged(Answer.of(created ? CREATED : NO_CONTENT), tag(version));
      case Conflict conflict -> changed(conflict, http);
      case Fenced fenced -> fenced(fenced, http);
      case QuotaExceeded exceeded -> Quotas.answer(exceeded, http);
    };
  }

  static Answer removed(Removing removing, HttpServerRequest http) {
    return switch (removing) {
      case Removed(var version) -> version.isPresent() ? Answer.of(NO_CONTENT) : absent(http);
      case Conflict conflict -> changed(conflict, http);
      case Fenced fenced -> fenced(fenced, http);
    };
  }

  private static Answer changed(Conflict conflict, HttpServerRequest http) {
    if (conflict.version().isEmpty()) {
      return refused(ProblemType.CHANGED_MEANWHILE, "Nothing is kept under this key", http);
    }
    String detail = "Another version stands there than the condition says; ETag names it";
    return refused(ProblemType.CHANGED_MEANWHILE, detail, http)
        .with(ETAG, Tag.of(conflict.version().getAsLong()));
  }

  private static Answer fenced(Fenced fenced, HttpServerRequest http) {
    String detail =
        fenced.token() == 0
            ? "The lease is not known, so nobody holds it by this token; acquire it again"
            : "The lease has token %d by now; acquire it again before anything is changed"
                .formatted(fenced.token());
    return refused(ProblemType.FENCED, detail, http);
  }

  private static Answer absent(HttpServerRequest http) {
    return refused(
        ProblemType.NO_SUCH_KEY, "Nothing is kept under this key, or not any more", http);
  }

  private static Answer refused(ProblemType type, String detail, HttpServerRequest http) {
    return Answer.problem(Problem.of(type, detail), http.path());
  }
}
