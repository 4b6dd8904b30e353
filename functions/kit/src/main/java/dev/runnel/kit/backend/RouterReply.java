package dev.runnel.kit.backend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.kit.state.StateUnavailable;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer over HTTP, whole. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record RouterReply(int status, MultiMap headers, byte[] body) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int FIRST_PROBLEM = 400;

  boolean is(int expected) {
    return status == expected;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The version that the answer names; fails where it names none. */
  long version() {
    return header("ETag")
        .filter(tag -> tag.matches("\"[1-9][0-9]{0,17}\""))
        .map(tag -> Long.parseLong(tag.substring(1, tag.length() - 1)))
        .orElseThrow(
            () -> new StateUnavailable("the answer names no version; is it the router's?"));
  }

  /** The code of the problem that it tells of; empty: it is none of the router's. */
  String problem() {
    return status < FIRST_PROBLEM ? "" : members().getOrDefault("code", "");
  }

  /** A whole number in the document; fails where there is none. */
  long number(String member) {
    return Long.parseLong(text(member, "-?[0-9]{1,19}"));
  }

  /** A text in the document; fails where there is none of this form. */
  String text(String member, String form) {
    return Optional.ofNullable(members().get(member))
        .filter(text -> text.matches(form))
        .orElseThrow(
            () ->
                new StateUnavailable(
                    "the answer has no %s as it should be; is it the router's?".formatted(member)));
  }

  /** What the document says plainly, by name; nothing where it is no document. */
  private Map<String, String> members() {
    var members = new TreeMap<String, String>();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          if (json.nextToken().isScalarValue()) {
            members.put(name, json.getText());
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (IOException notJson) {
      return Map.of();
    }
    return members;
  }
}
