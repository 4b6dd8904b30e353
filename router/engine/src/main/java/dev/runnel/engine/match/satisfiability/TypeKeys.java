package dev.runnel.engine.match.satisfiability;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the types of events are that somebody wants: one of the texts, or one that begins as said.
 */
public record TypeKeys(Set<String> texts, Set<String> beginnings) {

  public TypeKeys {
    texts = Set.copyOf(texts);
    beginnings = Set.copyOf(beginnings);
  }

  static TypeKeys allOf(Collection<TypeKeys> some) {
    return new TypeKeys(
        some.stream().flatMap(keys -> keys.texts.stream()).collect(Collectors.toSet()),
        some.stream().flatMap(keys -> keys.beginnings.stream()).collect(Collectors.toSet()));
  }
}
