package dev.runnel.engine.match.cesql;

import java.util.Set;

/**
 * What an attribute of every accepted event has for certain: {@code Event.attribute} is one of the
 * values, or begins with one of them.
 */
public record RequiredAttribute(String attribute, Kind kind, Set<String> values) {

  /** How the values are compared with the attribute. */
  public enum Kind {
    EXACT,
    PREFIX
  }

  public RequiredAttribute {
    values = Set.copyOf(values);
  }

  /** Whether it is of the same attribute, compared in the same way. */
  boolean isAlike(RequiredAttribute other) {
    return attribute.equals(other.attribute) && kind == other.kind;
  }
}
