package dev.runnel.contract.manifest;

import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code handler}, whose form depends on the runtime. */
final class HandlerReader {

  private static final String IDENTIFIER =
      "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";
  private static final Pattern METHOD =
      Pattern.compile("(?:" + IDENTIFIER + "\\.)+" + IDENTIFIER + "#" + IDENTIFIER);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final String URL_FORM = "a URL such as http://host:8080/path";
  private static final int LONGEST_URL = 2_048;

  private HandlerReader() {}

  static List<String> read(Field field, RuntimeKind runtime) {
    return switch (runtime) {
      case NATIVE, JVM ->
          List.of(field.text(METHOD, "package.Class#method, such as shop.OrderFunction#price"));
      case WASM -> List.of(module(field));
      case HTTP -> urls(field);
    };
  }

  /** Any scalar: 64 digits are a number to YAML. */
  private static String module(Field field) {
    String form = "the module's sha256, 64 hexadecimal digits";
    String digest = field.scalar(form);
    if (!digest.isEmpty() && !SHA256.matcher(digest).matches()) {
      field.wrong(field.seen(), form);
    }
    return digest.toLowerCase(Locale.ROOT);
  }

  private static List<String> urls(Field field) {
    if (!field.is(Field.Kind.LIST)) {
      return List.of(url(field));
    }
    List<Field> entries = field.entries();
    if (entries.isEmpty()) {
      field.wrong("no URL", "at least one");
    }
    return Names.unique(entries, HandlerReader::url);
  }

  private static String url(Field field) {
    String url = field.text();
    if (field.is(Field.Kind.TEXT)) {
      check(field, url);
    }
    return url;
  }

  private static void check(Field field, String url) {
    if (url.length() > LONGEST_URL) {
      field.wrong(url.length() + " characters", "at most " + LONGEST_URL);
      return;
    }
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme();
      if (uri.getRawUserInfo() != null || url.contains("@")) {
        // Not shown: it holds a password.
        field.wrong("a URL with a user or password", "a URL without; use environment secrets");
      } else if (scheme == null || !List.of("http", "https").contains(scheme)) {
        field.wrong(field.seen(), URL_FORM + ", beginning with http:// or https://");
      } else if (uri.getHost() == null || uri.getRawFragment() != null) {
        field.wrong(field.seen(), URL_FORM + ", with a host and without #");
      }
    } catch (URISyntaxException malformed) {
      field.wrong("not a URL, at character " + (malformed.getIndex() + 1), URL_FORM);
    }
  }
}
