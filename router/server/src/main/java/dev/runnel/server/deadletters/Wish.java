package dev.runnel.server.deadletters;

import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.util.Map;

/**
 * How dead letters are to be taken up.
 *
 * @param confirmed whether a function may be called again that must not run twice and may have run
 * @param latest whether with the manifests of now, and not with those that the run began with
 */
record Wish(boolean confirmed, boolean latest) {

  private static final String CONFIRM = "confirm";
  private static final String VERSION = "version";

  static final Map<String, Kind> KINDS =
      Map.of(CONFIRM, word("may-have-run"), VERSION, word("latest"));

  static Wish of(Parameters parameters) {
    return new Wish(parameters.find(CONFIRM).isPresent(), parameters.find(VERSION).isPresent());
  }

  private static Kind word(String word) {
    return new Kind(word, word::equals);
  }
}
