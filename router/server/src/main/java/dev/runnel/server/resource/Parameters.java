package dev.runnel.server.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters of one request: all known, each given once, each of the kind that it is to be.
 *
 * @param values by name, decoded
 */
public record Parameters(Map<String, String> values) {

  /** Of a name that nobody knows, at most so much is repeated to the caller. */
  private static final int SHOWN = 64;

  /** Those beyond are not looked at; among so many, one is unknown or repeated. */
  private static final int MAX = 1_024;

  public Parameters {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** What came of reading parameters. */
  public sealed interface Reading {

    /** They are as they should be. */
    record Read(Parameters parameters) implements Reading {}

    /** One is not. */
    record Refused(Problem problem) implements Reading {}
  }

  /**
   * Reads the parameters behind the {@code ?} of a request's URI.
   *
   * @param kinds those that there are
   */
  public static Reading read(String uri, Map<String, Kind> kinds) {
    Map<String, List<String>> given;
    try {
      given = new QueryStringDecoder(uri, ISO_8859_1, true, MAX, true).parameters();
    } catch (IllegalArgumentException malformed) {
      String detail = "The part behind ? is not percent-encoded; write a % that is meant as %25";
      return new Reading.Refused(Problem.of(ProblemType.MALFORMED_QUERY, detail));
    }
    return given.entrySet().stream()
        .flatMap(each -> whyNot(each.getKey(), each.getValue(), kinds).stream())
        .findFirst()
        .<Reading>map(Reading.Refused::new)
        .orElseGet(() -> new Reading.Read(new Parameters(firsts(given))));
  }

  /** What was given for this name. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These with one more, or another value of the same name. */
  public Parameters with(String name, String value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new Parameters(more);
  }

  /** As they stand behind the {@code ?} of a URI. */
  public String encoded() {
    return values.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Optional<Problem> whyNot(
      String bytes, List<String> given, Map<String, Kind> kinds) {
    String name = text(bytes);
    Kind kind = kinds.get(name);
    if (kind == null) {
      String known = kinds.isEmpty() ? "none" : String.join(", ", new TreeMap<>(kinds).keySet());
      return malformed(name, "There is no such parameter; there are: " + known);
    }
    if (given.size() > 1) {
      return malformed(name, "It is given " + given.size() + " times; give it once");
    }
    String value = text(given.getFirst());
    if (value.chars().anyMatch(Character::isISOControl) || !bytes(value).equals(given.getFirst())) {
      return malformed(name, "It has control characters, or is not UTF-8");
    }
    return value.isEmpty() || !kind.fits().test(value)
        ? malformed(name, "It is to be " + kind.expected())
        : Optional.empty();
  }

  private static Optional<Problem> malformed(String name, String detail) {
    String shown = name.length() > SHOWN ? name.substring(0, SHOWN) : name;
    return Optional.of(Problem.of(ProblemType.MALFORMED_QUERY, detail, shown));
  }

  private static Map<String, String> firsts(Map<String, List<String>> given) {
    return given.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> text(each.getValue().getFirst())));
  }

  /** What bytes say, each of them given as a character; something else where it is not UTF-8. */
  private static String text(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
