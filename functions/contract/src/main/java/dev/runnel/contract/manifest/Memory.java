package dev.runnel.contract.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts of memory as Kubernetes writes them: {@code 64Mi}, {@code 64M}, or bytes. */
final class Memory {

  /** 128Mi. */
  static final long DEFAULT = 128L << 20;

  /** 64Ki, one page of WebAssembly. */
  private static final long LEAST = 64L << 10;

  /** 1Ti. */
  private static final long MOST = 1L << 40;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,13})(Ki|Mi|Gi|k|M|G)?");
  private static final String EXPECTED =
      "an amount of memory from 64Ki to 1024Gi, such as 512Ki, 64Mi, 1Gi, 64M or 67108864";

  private Memory() {}

  /** A number of bytes. */
  static long read(Field field) {
    String text = field.scalar(EXPECTED);
    Optional<Long> bytes = parse(text);
    if (bytes.isEmpty() && !text.isEmpty()) {
      field.wrong(field.seen(), EXPECTED);
    }
    return bytes.orElse(DEFAULT);
  }

  private static Optional<Long> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    long unit =
        switch (Optional.ofNullable(matcher.group(2)).orElse("")) {
          case "Ki" -> 1L << 10;
          case "Mi" -> 1L << 20;
          case "Gi" -> 1L << 30;
          case "k" -> 1_000;
          case "M" -> 1_000_000;
          case "G" -> 1_000_000_000;
          default -> 1;
        };
    boolean fits = amount <= MOST / unit && amount * unit >= LEAST;
    return fits ? Optional.of(amount * unit) : Optional.empty();
  }
}
