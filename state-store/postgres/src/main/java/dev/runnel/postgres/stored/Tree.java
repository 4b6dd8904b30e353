package dev.runnel.postgres.stored;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.journal.UnreadableRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CBOR into maps, lists and values, without nulls; the parser itself bounds the depth. */
final class Tree {

  private final JsonParser in;

  private Tree(JsonParser in) {
    this.in = in;
  }

  /** The value at whose first token the parser stands. */
  static Object read(JsonParser in) throws IOException {
    return new Tree(in).value();
  }

  private Object value() throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new UnreadableRecord("a record of the journal ends too early");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_EMBEDDED_OBJECT -> in.getBinaryValue();
      default -> throw new UnreadableRecord("a record of the journal holds an unexpected " + token);
    };
  }

  private Map<String, Object> object() throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value());
      }
    }
    return fields;
  }

  private List<Object> list() throws IOException {
    var items = new ArrayList<Object>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() != JsonToken.VALUE_NULL) {
        items.add(value());
      }
    }
    return items;
  }
}
