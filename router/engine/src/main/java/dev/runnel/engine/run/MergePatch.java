package dev.runnel.engine.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON Merge Patch (RFC 7396). What is no object is taken over as the text that it is, so that
 * numbers keep their digits.
 */
final class MergePatch {

  /** Keys are not kept between documents, so that no sender fills a table that all share. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** A document, as far as a patch looks into it. */
  private sealed interface Value {

    record Members(Map<String, Value> byName) implements Value {}

    record Text(String json) implements Value {

      boolean isNull() {
        return json.equals("null");
      }
    }
  }

  private MergePatch() {}

  /**
   * The first document after all the others, which patch it in their order. Recursive: the depth of
   * what comes here is limited.
   *
   * @param documents JSON, at least one
   */
  static String merge(List<String> documents) {
    try {
      Value merged = read(documents.getFirst());
      for (String patch : documents.subList(1, documents.size())) {
        merged = merge(merged, read(patch));
      }
      var text = new StringWriter();
      try (JsonGenerator out = JSON.createGenerator(text)) {
        write(merged, out);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a document that was read as JSON is none", e);
    }
  }

  /** RFC 7396, section 2. */
  private static Value merge(Value target, Value patch) {
    if (!(patch instanceof Value.Members(Map<String, Value> changes))) {
      return patch;
    }
    var merged = new LinkedHashMap<String, Value>();
    if (target instanceof Value.Members(Map<String, Value> members)) {
      merged.putAll(members);
    }
    changes.forEach(
        (name, change) -> {
          if (change instanceof Value.Text text && text.isNull()) {
            merged.remove(name);
          } else {
            merged.put(name, merge(merged.getOrDefault(name, new Value.Text("null")), change));
          }
        });
    return new Value.Members(merged);
  }

  private static Value read(String document) throws IOException {
    try (JsonParser parser = JSON.createParser(document)) {
      parser.nextToken();
      return read(parser, document);
    }
  }

  private static Value read(JsonParser parser, String document) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      int to = (int) parser.currentLocation().getCharOffset();
      return new Value.Text(document.substring(from, to));
    }
    var members = new LinkedHashMap<String, Value>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, read(parser, document));
    }
    return new Value.Members(members);
  }

  private static void write(Value value, JsonGenerator out) throws IOException {
    switch (value) {
      case Value.Text(String json) -> out.writeRawValue(json);
      case Value.Members(Map<String, Value> members) -> {
        out.writeStartObject();
        for (Map.Entry<String, Value> member : members.entrySet()) {
          out.writeFieldName(member.getKey());
          write(member.getValue(), out);
        }
        out.writeEndObject();
      }
    }
  }
}
