package dev.runnel.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;

/** Strings that have troubled programs: {@code naughty-strings.json} has them by kind. */
public final class NaughtyStrings {

  private static final String LIST = "naughty-strings.json";

  private NaughtyStrings() {}

  /** Each of them once, and one of 1 MiB. */
  public static List<String> all() {
    var all = new TreeSet<String>();
    try (InputStream list = NaughtyStrings.class.getResourceAsStream(LIST);
        JsonParser in = new JsonFactory().createParser(list)) {
      for (JsonToken next = in.nextToken(); next != null; next = in.nextToken()) {
        if (next == JsonToken.VALUE_STRING) {
          all.add(in.getText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.add("x".repeat(1 << 20));
    return List.copyOf(all);
  }
}
