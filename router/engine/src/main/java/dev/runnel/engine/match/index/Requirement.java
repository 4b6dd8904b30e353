package dev.runnel.engine.match.index;

import java.util.List;

/**
 * What every event that a condition accepts has at least one of. It need not be enough.
 *
 * @param anyOf at least one
 */
public record Requirement(List<Key> anyOf) {

  public Requirement {
    anyOf = anyOf.size() > 1 ? anyOf.stream().distinct().toList() : List.copyOf(anyOf);
  }

  /** Whether it tells hardly any events apart. */
  boolean isWeak() {
    return anyOf.stream().anyMatch(Key::isWeak);
  }

  /** Whether an event may have several of these; of the texts of one attribute it has one. */
  boolean mayRepeat() {
    Key first = anyOf.getFirst();
    return anyOf.size() > 1
        && !anyOf.stream()
            .allMatch(
                key ->
                    key instanceof Key.Exact
                        && !key.field().isOfData()
                        && key.field().equals(first.field()));
  }

  /** Whether every event has it that is found by it; the text of an attribute is one and whole. */
  public boolean isCertain() {
    return anyOf.size() == 1 && anyOf.getFirst().isCertain();
  }

  /** The one of these that tells most events apart. */
  static Requirement mostTelling(List<Requirement> requirements) {
    return requirements.stream()
        .filter(it -> !it.isWeak())
        .findFirst()
        .orElseGet(requirements::getFirst);
  }

  /** At least one of these lists, none of which is empty, holds as a whole. */
  public static Requirement anyOf(List<List<Requirement>> each) {
    return new Requirement(
        each.stream().flatMap(all -> mostTelling(all).anyOf().stream()).toList());
  }

  public static Requirement of(Key key) {
    return new Requirement(List.of(key));
  }
}
