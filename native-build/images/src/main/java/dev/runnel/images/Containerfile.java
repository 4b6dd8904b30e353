package dev.runnel.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that makes a capability's folder an image, filled in from the one template.
 *
 * @param licence an SPDX expression
 * @param needs what the executable and its libraries need of the base
 */
record Containerfile(Build build, String licence, Needs needs) {

  static final String NAME = "Containerfile";

  private static final Pattern MARK = Pattern.compile("@([a-z]+)@\n?");

  /** Lies beside the executable only where there is something to load. */
  private static final String LIBRARIES = "COPY --chown=0:0 --chmod=0555 lib /function/lib\n";

  String text(Base base) throws IOException {
    Map<String, String> values =
        Map.of(
            "title", build.name(),
            "description", quoted(build.description()),
            "version", quoted(build.version()),
            "licence", quoted(licence),
            "needs", needs + "\n",
            "base", base(base) + "\n",
            "libraries", build.libraries().isEmpty() ? "" : LIBRARIES);
    return MARK.matcher(template())
        .replaceAll(
            mark -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(mark.group(1)))));
  }

  /** Without a default, the engine asks for one. */
  private String base(Base base) {
    return base.has(needs)
        ? "=" + base.image()
        : "\n# has no default: %s has not all of it".formatted(base.image());
  }

  /** As it stands between quotation marks, on one line, with nothing put in by the engine. */
  private static String quoted(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\"\\\\$])", "\\\\$1");
  }

  private static String template() throws IOException {
    try (InputStream in = Containerfile.class.getResourceAsStream("Containerfile.template")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
