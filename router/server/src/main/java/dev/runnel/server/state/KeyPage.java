package dev.runnel.server.state;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedState.Brief;
import dev.runnel.journal.keyed.Range;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which keys of a list are asked for.
 *
 * @param path of the list
 * @param asked of {@link #KINDS}
 */
record KeyPage(String path, Parameters asked) {

  private static final String PREFIX = "prefix";
  private static final String AFTER = "after";
  private static final String LIMIT = "limit";

  private static final Kind NAME =
      new Kind(
          "of at most %d characters".formatted(Key.LONGEST_NAME),
          value -> value.length() <= Key.LONGEST_NAME);

  static final Map<String, Kind> KINDS =
      Map.of(PREFIX, NAME, AFTER, NAME, LIMIT, Kind.countTo(Range.MOST));

  Range of(String capability) {
    return new Range(
        capability, asked.find(PREFIX).orElse(""), asked.find(AFTER).orElse(""), limit());
  }

  /** Where the next page is: a full page may have one, which may be empty. */
  Optional<String> next(List<Brief> keys) {
    return keys.size() < limit()
        ? Optional.empty()
        : Optional.of(path + "?" + asked.with(AFTER, keys.getLast().name()).encoded());
  }

  byte[] document(List<Brief> keys) {
    return Documents.json(
        out -> {
          out.writeArrayFieldStart("keys");
          for (Brief key : keys) {
            write(key, out);
          }
          out.writeEndArray();
          Optional<String> next = next(keys);
          if (next.isPresent()) {
            out.writeStringField("next", next.get());
          }
        });
  }

  private static void write(Brief key, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("key", key.name());
    out.writeNumberField("version", key.version());
    out.writeNumberField("size", key.size());
    if (key.expires().isPresent()) {
      out.writeStringField("expires", key.expires().get().toString());
    }
    out.writeEndObject();
  }

  private int limit() {
    return asked.find(LIMIT).map(Integer::valueOf).orElse(Range.MOST);
  }
}
