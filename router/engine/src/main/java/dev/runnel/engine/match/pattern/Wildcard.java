package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A string of which some parts are given: {@code {"wildcard": "a*b"}}, where {@code *} is any text,
 * also none, and <code>\*</code> and <code>\\</code> are an asterisk and a backslash. Asked in one
 * pass over the string: each part is looked for behind the one before it.
 */
public final class Wildcard implements ValueTest {

  /** So many characters are passed in a step. */
  private static final int CHARACTERS_A_STEP = 8;

  private final String text;
  private final List<String> parts;
  private final List<Part> inner;
  private final int shortest;

  private Wildcard(String text, List<String> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
    this.inner =
        parts.size() > 2
            ? parts.subList(1, parts.size() - 1).stream().map(Part::new).toList()
            : List.of();
    this.shortest = parts.stream().mapToInt(String::length).sum();
  }

  /** Reads a wildcard at which the pattern stands. */
  static Wildcard read(PatternText json) throws PatternError {
    String text = json.string("a string, such as \"a*b\"");
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        if (text.startsWith("**", i)) {
          throw json.wrong("two asterisks in a row at character " + (i + 1), "one");
        }
        parts.add(part.toString());
        part.setLength(0);
      } else if (c != '\\') {
        part.append(c);
      } else if (text.startsWith("*", i + 1) || text.startsWith("\\", i + 1)) {
        part.append(text.charAt(++i));
      } else {
        throw json.wrong("a backslash at character " + (i + 1), "\\* or \\\\");
      }
    }
    parts.add(part.toString());
    return new Wildcard(text, parts);
  }

  /**
   * What is given, in order: what the string begins with, what it holds, what it ends with. The
   * first and the last may be empty; one alone is the whole string.
   */
  public List<String> parts() {
    return parts;
  }

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && accepts(value.text());
  }

  private boolean accepts(String value) {
    if (parts.size() == 1) {
      return value.equals(parts.getFirst());
    }
    if (value.length() < shortest
        || !value.startsWith(parts.getFirst())
        || !value.endsWith(parts.getLast())) {
      return false;
    }
    int at = parts.getFirst().length();
    int end = value.length() - parts.getLast().length();
    for (Part part : inner) {
      at = part.behind(value, at, end);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int cost(Value value) {
    return 1 + inner.size() + value.text().length() / CHARACTERS_A_STEP;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wildcard that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "wildcard " + Shown.quoted(text);
  }
}
