package dev.runnel.server.intake;

import dev.runnel.contract.Event;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request belongs in its caller's trace (W3C Trace Context), as the extensions of
 * CloudEvents Distributed Tracing. What is not well-formed is ignored, as the specification says.
 *
 * @param extensions {@code traceparent}, perhaps with {@code tracestate}; empty when the request
 *     belongs to no trace
 */
public record TraceContext(Map<String, String> extensions) {

  static final String PARENT = "traceparent";
  static final String STATE = "tracestate";

  private static final TraceContext NONE = new TraceContext(Map.of());

  /** Section 3.2: version 00, trace and parent that are not all zero, flags. */
  private static final Pattern WELL_FORMED =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** Section 3.3: a vendor's key, and a value of printable ASCII that does not end in a blank. */
  private static final Pattern MEMBER =
      Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");

  private static final int MAX_MEMBERS = 32;

  /** Characters of the state; section 3.3 asks for at least as many to be carried on. */
  private static final int MAX_STATE = 512;

  public TraceContext {
    extensions = Map.copyOf(extensions);
  }

  /** The context that the headers give; a state says nothing without its parent. */
  public static TraceContext of(MultiMap headers) {
    List<String> parents = headers.getAll(PARENT);
    if (parents.size() != 1 || !WELL_FORMED.matcher(parents.getFirst()).matches()) {
      return NONE;
    }
    var extensions = new TreeMap<>(Map.of(PARENT, parents.getFirst()));
    List<String> members = members(headers.getAll(STATE));
    String state = String.join(",", members);
    boolean carried =
        !members.isEmpty()
            && members.size() <= MAX_MEMBERS
            && state.length() <= MAX_STATE
            && members.stream().allMatch(member -> MEMBER.matcher(member).matches());
    if (carried) {
      extensions.put(STATE, state);
    }
    return new TraceContext(extensions);
  }

  /** The event in this context, unless it brings one of its own. */
  public Event onto(Event event) {
    boolean own = event.attribute(PARENT) != null || event.attribute(STATE) != null;
    return own || extensions.isEmpty() ? event : event.with(extensions);
  }

  /** Several headers are one list, and empty members are allowed. */
  private static List<String> members(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }
}
