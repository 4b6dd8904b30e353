package dev.runnel.server.resource;

import dev.runnel.contract.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which forms of an answer a caller takes, as its {@code Accept} headers say (RFC 9110, section
 * 12.5.1). What is not well-formed there is ignored.
 */
public final class Acceptance {

  /** Section 12.4.2: at most three digits behind the point. */
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  private static final String ANY = "*/*";

  /**
   * A range of media types.
   *
   * @param weight 0: not these
   * @param position among all of them
   */
  private record Range(String name, double weight, int position) {

    /** 2: this very type; 1: all of its kind; 0: any; -1: not this one. */
    int closeness(String type) {
      if (name.equals(type)) {
        return 2;
      }
      boolean isOfItsKind =
          name.endsWith("/*") && type.startsWith(name.substring(0, name.length() - 1));
      return isOfItsKind ? 1 : name.equals(ANY) ? 0 : -1;
    }
  }

  /** A type that is offered, with the range that decides about it. */
  private record Candidate(String type, Range range) {

    int closeness() {
      return range.closeness(type);
    }
  }

  private final List<Range> ranges;

  private Acceptance(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** What these headers say. */
  public static Acceptance of(List<String> headers) {
    var ranges = new ArrayList<Range>();
    for (String header : headers) {
      for (String member : header.split(",", -1)) {
        range(member.strip(), ranges.size()).ifPresent(ranges::add);
      }
    }
    return new Acceptance(ranges);
  }

  private static Optional<Range> range(String member, int position) {
    MediaType type = MediaType.parse(member);
    if (type == null) {
      return Optional.empty();
    }
    String weight =
        type.parameters().stream()
            .filter(parameter -> parameter.getKey().equals("q"))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("1");
    return WEIGHT.matcher(weight).matches()
        ? Optional.of(new Range(type.name(), Double.parseDouble(weight), position))
        : Optional.empty();
  }

  /**
   * The one of these media types that the caller would rather have; nothing where it takes none of
   * them.
   *
   * @param offered the first for whoever does not say, or does not mind
   */
  public Optional<String> best(List<String> offered) {
    if (ranges.isEmpty()) {
      return Optional.of(offered.getFirst());
    }
    return offered.stream()
        .flatMap(type -> candidate(type).stream())
        .filter(candidate -> candidate.range.weight > 0)
        .min(
            Comparator.comparingDouble((Candidate it) -> -it.range.weight)
                .thenComparingInt(it -> -it.closeness())
                .thenComparingInt(it -> it.range.position))
        .map(Candidate::type);
  }

  /** The type with the closest range, if one has it in it. */
  private Optional<Candidate> candidate(String type) {
    return ranges.stream()
        .filter(range -> range.closeness(type) >= 0)
        .max(
            Comparator.comparingInt((Range it) -> it.closeness(type))
                .thenComparingDouble(Range::weight))
        .map(range -> new Candidate(type, range));
  }
}
