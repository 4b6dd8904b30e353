package dev.runnel.faults.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM has printed about its collector's work. */
public record Collections(String text) {

  /** As in {@code Pause Young (Normal) 310M->52M(512M) 3.2ms}. */
  private static final Pattern PAUSE = Pattern.compile("\\d+M->(\\d+)M\\(");

  /** Of a router's present life. */
  public static Collections of(Router router) throws IOException {
    return new Collections(Files.readString(router.collections()));
  }

  /** The most that was in use after one, in MiB. */
  public long mostAfterOne() {
    try (Stream<Long> left =
        PAUSE.matcher(text).results().map(found -> Long.valueOf(found.group(1)))) {
      return left.max(Long::compare).orElse(0L);
    }
  }
}
