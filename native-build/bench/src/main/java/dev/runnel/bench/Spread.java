package dev.runnel.bench;

import java.util.List;

/** The middle of what was seen in all rounds, and how far it spread. */
public record Spread(double least, double median, double most) {

  public static Spread of(List<Double> seen) {
    List<Double> sorted = seen.stream().sorted().toList();
    return new Spread(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  /** For people, with this format for each number. */
  public String shown(String format) {
    return (format + " (" + format + " to " + format + ")").formatted(median, least, most);
  }
}
