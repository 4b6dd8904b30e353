package dev.runnel.server.state;

import dev.runnel.journal.keyed.Condition;
import io.vertx.core.MultiMap;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, section 8.8.3), and the conditions that requests make of them. */
final class Tag {

  static final String IF_MATCH = "If-Match";
  static final String IF_NONE_MATCH = "If-None-Match";

  private static final String ANY = "*";
  private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,18})\"");

  /** Well-formed, and no version has ever had it. */
  private static final Pattern FOREIGN = Pattern.compile("(W/)?\"[!#-~]*\"");

  private static final Condition.Version NO_VERSION = new Condition.Version(Long.MAX_VALUE);

  private Tag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Of what a document says. */
  static String of(byte[] document) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
      return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether the caller has this already; tags are compared weakly, as section 13.1.2 wants. */
  static boolean isKnown(MultiMap headers, String tag) {
    return headers.getAll(IF_NONE_MATCH).stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals(tag) || known.equals(ANY));
  }

  /** What must stand there for a change to be made. */
  static Reading<Condition> condition(MultiMap headers) {
    List<String> match = headers.getAll(IF_MATCH);
    List<String> noneMatch = headers.getAll(IF_NONE_MATCH);
    if (match.size() + noneMatch.size() > 1) {
      return Reading.refused(IF_MATCH, "There are several conditions; send one");
    }
    if (!noneMatch.isEmpty()) {
      return noneMatch.getFirst().strip().equals(ANY)
          ? Reading.of(Condition.ABSENT)
          : Reading.refused(IF_NONE_MATCH, "A change takes * there, and no tags");
    }
    return match.isEmpty() ? Reading.of(Condition.ALWAYS) : matching(match.getFirst().strip());
  }

  private static Reading<Condition> matching(String tag) {
    if (tag.equals(ANY)) {
      return Reading.of(Condition.PRESENT);
    }
    var version = VERSION.matcher(tag);
    if (version.matches()) {
      return Reading.of(version(version.group(1)));
    }
    return FOREIGN.matcher(tag).matches()
        ? Reading.of(NO_VERSION)
        : Reading.refused(IF_MATCH, "It is to be one tag in quotes, as ETag says it, or *");
  }

  private static Condition version(String digits) {
    try {
      return new Condition.Version(Long.parseLong(digits));
    } catch (NumberFormatException tooLarge) {
      return NO_VERSION;
    }
  }
}
