package dev.runnel.server.state;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a capability is called: as its folder or jar is, wherever its manifests are read. */
public final class CapabilityName {

  /** Where a folder's classes and resources are, in and before a build. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(/target/(test-)?classes|/src/(main|test)/resources)?/META-INF/runnel/function\\.yaml$");

  private static final String OURS = "runnel-";
  private static final String FILE = "function.yaml";
  private static final String NAMELESS = "functions";

  private CapabilityName() {}

  /**
   * The name.
   *
   * @param file where its manifests are: a path or a URL
   */
  public static String of(String file) {
    String place = WITHIN.matcher(file.replace('\\', '/')).replaceFirst("");
    String named = last(place);
    if (named.endsWith(".jar") || named.endsWith(".jar!")) {
      named = artifact(named.substring(0, named.lastIndexOf(".jar")));
    } else if (named.equals(FILE)) {
      named = last(place.substring(0, Math.max(0, place.length() - FILE.length() - 1)));
    } else {
      named = named.replaceFirst("\\.ya?ml$", "");
    }
    String plain = named.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    String own = plain.startsWith(OURS) ? plain.substring(OURS.length()) : plain;
    return own.isEmpty() ? NAMELESS : own;
  }

  /** Without its version, and without the group that Quarkus writes before it. */
  private static String artifact(String jar) {
    String unversioned = jar.replaceFirst("-[0-9].*$", "");
    return unversioned.substring(unversioned.lastIndexOf('.') + 1);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
