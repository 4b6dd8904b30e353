package dev.runnel.engine.match.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads of a JSON document the values that somebody looks at, and skips all else. What is skipped
 * is only looked at as far as it takes to find its end; a leaf that is no JSON value is left out.
 */
final class Flattener {

  /** As deep as a document may be: that of {@code dev.runnel.contract.Limits}. */
  private static final int MAX_DEPTH = 64;

  private final byte[] json;
  private final JsonScan scan;
  private final EventFields into;
  private int arrays;

  Flattener(byte[] json, EventFields into) {
    this.json = json;
    this.scan = new JsonScan(json);
    this.into = into;
  }

  /** Whether it was JSON, as far as it was looked at. */
  boolean flatten(FieldTree watched) {
    scan.blanks();
    return value(watched, EventFields.OUTSIDE, 0) && scan.isAtEnd();
  }

  private boolean value(FieldTree tree, int place, int depth) {
    return switch (scan.peek()) {
      case '{' -> object(tree, place, depth);
      case '[' -> array(tree, place, depth);
      case '"' -> string(tree.field(), place);
      default -> literal(tree.field(), place);
    };
  }

  private boolean object(FieldTree tree, int place, int depth) {
    if (tree.children().isEmpty()) {
      return scan.skipContainer();
    }
    if (depth == MAX_DEPTH) {
      return false;
    }
    scan.next();
    if (scan.isNext('}')) {
      return true;
    }
    do {
      FieldTree child = child(tree.children());
      if (!scan.isNext(':')) {
        return false;
      }
      if (!(child == null ? scan.skip() : value(child, place, depth + 1))) {
        return false;
      }
    } while (scan.isNext(','));
    return scan.isNext('}');
  }

  /** What is looked at below the key that comes; null for nothing, also where no key comes. */
  private @Nullable FieldTree child(TextMap<FieldTree> children) {
    int from = scan.position() + 1;
    if (!scan.isKey()) {
      return null;
    }
    int to = scan.position() - 1;
    if (scan.isPlain()) {
      return children.get(json, from, to, scan.hash());
    }
    String key = JsonText.of(json, from, to);
    return key == null ? null : children.get(key);
  }

  private boolean array(FieldTree tree, int place, int depth) {
    if (tree.children().isEmpty() && tree.field() == null) {
      return scan.skipContainer();
    }
    if (depth == MAX_DEPTH) {
      return false;
    }
    int number = ++arrays;
    scan.next();
    if (scan.isNext(']')) {
      return true;
    }
    do {
      int first = scan.peek();
      boolean holdsMore = first == '{' || first == '[';
      if (!value(tree, holdsMore ? into.place(place, number) : place, depth + 1)) {
        return false;
      }
    } while (scan.isNext(','));
    return scan.isNext(']');
  }

  private boolean string(@Nullable Field field, int place) {
    int from = scan.position() + 1;
    if (!scan.skipString()) {
      return false;
    }
    if (field != null) {
      int to = scan.position() - 1;
      String text =
          scan.isPlain() ? new String(json, from, to - from, UTF_8) : JsonText.of(json, from, to);
      if (text != null) {
        into.add(field, Value.Kind.STRING, text, place);
      }
    }
    return true;
  }

  private boolean literal(@Nullable Field field, int place) {
    int from = scan.position();
    if (!scan.skipLiteral()) {
      return false;
    }
    if (field != null) {
      Value.Kind kind = Literals.kind(json, from, scan.position());
      if (kind != null) {
        into.add(field, kind, Literals.text(kind, json, from, scan.position()), place);
      }
    }
    return true;
  }
}
