package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * A YAML parser that refuses what a manifest does not need and what could exhaust memory or stack:
 * before a tree is made of it.
 */
final class BoundedParser implements Parser {

  private static final int MAX_DOCUMENTS = 256;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_EVENTS = 100_000;

  private final Parser parser;
  private int documents;
  private int depth;
  private int events;

  BoundedParser(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    if (++events > MAX_EVENTS) {
      throw new Refused(event, "the file holds too much", "at most " + MAX_EVENTS + " parts");
    }
    switch (event) {
      case DocumentStartEvent start -> count(start);
      case CollectionEndEvent _ -> depth--;
      case NodeEvent node -> check(node);
      default -> {} // comments, and the ends of documents and of the stream
    }
    return event;
  }

  private void count(DocumentStartEvent start) {
    if (++documents > MAX_DOCUMENTS) {
      throw new Refused(start, "too many documents", "at most " + MAX_DOCUMENTS + " in a file");
    }
  }

  private void check(NodeEvent node) {
    if (node instanceof AliasEvent || node.getAnchor().isPresent()) {
      throw new Refused(node, "an anchor (&) or alias (*)", "the value itself, written out");
    }
    Optional<String> tag = Optional.empty();
    if (node instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
      if (++depth > MAX_DEPTH) {
        throw new Refused(node, "nested too deeply", "at most " + MAX_DEPTH + " levels");
      }
    } else if (node instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
      checkCharacters(scalar);
    }
    if (tag.isPresent()) {
      throw new Refused(node, "a tag (!)", "the value without a tag; quotes make it text");
    }
  }

  /** Neither a database's text nor UTF-8 can hold these. */
  private static void checkCharacters(ScalarEvent scalar) {
    String text = scalar.getValue();
    if (text.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(text)) {
      throw new Refused(scalar, "a text with U+0000 or half a surrogate pair", "whole characters");
    }
  }

  /** What ends the reading: not wrong as YAML, but not for manifests. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Mark mark;
    private final String seen;
    private final String expected;

    Refused(Event event, String seen, String expected) {
      super(seen);
      this.mark = event.getStartMark().orElse(null);
      this.seen = seen;
      this.expected = expected;
    }

    @Nullable Mark mark() {
      return mark;
    }

    String seen() {
      return seen;
    }

    String expected() {
      return expected;
    }
  }
}
