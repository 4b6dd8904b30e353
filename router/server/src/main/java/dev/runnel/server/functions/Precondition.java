package dev.runnel.server.functions;

import java.util.List;
import java.util.Optional;

/**
 * What must hold for a change to be made: {@code If-Match} and {@code If-None-Match} of RFC 9110,
 * section 13.1.
 *
 * @param match tags of which one must be the present one, {@code *} for any; empty: no matter
 * @param noneMatch tags of which none may be the present one, {@code *} for any
 */
public record Precondition(List<String> match, List<String> noneMatch) {

  public static final Precondition NONE = new Precondition(List.of(), List.of());

  private static final String ANY = "*";

  public Precondition {
    match = List.copyOf(match);
    noneMatch = List.copyOf(noneMatch);
  }

  /** Reads the values of the two headers. Tags of ours hold no comma. */
  public static Precondition of(List<String> ifMatch, List<String> ifNoneMatch) {
    return new Precondition(tags(ifMatch), tags(ifNoneMatch));
  }

  /**
   * Whether it holds.
   *
   * @param present the tag of what is there, if something is
   */
  boolean holds(Optional<String> present) {
    return (match.isEmpty() || isOneOf(match, present)) && !isOneOf(noneMatch, present);
  }

  private static boolean isOneOf(List<String> tags, Optional<String> present) {
    return present.filter(tag -> tags.contains(ANY) || tags.contains(tag)).isPresent();
  }

  private static List<String> tags(List<String> headers) {
    return headers.stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .map(String::strip)
        .toList();
  }
}
