package dev.runnel.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process occupies at one moment, as Linux counts it, in MiB.
 *
 * @param resident all its pages in memory
 * @param own its share of them, where several processes have a page in common, without those of the
 *     mapped model
 */
record Memory(double resident, double own) {

  private static final double KIBIBYTES = 1_024;

  static Memory of(Process process) throws IOException {
    return new Memory(field(lines(process, "status"), "VmRSS:"), own(lines(process, "smaps")));
  }

  /** The most that it has occupied so far. */
  static double most(Process process) throws IOException {
    return field(lines(process, "status"), "VmHWM:");
  }

  private static double own(List<String> mappings) {
    double own = 0;
    boolean model = false;
    for (String line : mappings) {
      if (Character.isDigit(line.charAt(0)) || Character.isLowerCase(line.charAt(0))) {
        model = line.endsWith(".ort") || line.endsWith(".onnx");
      } else if (line.startsWith("Pss:") && !model) {
        own += mebibytes(line);
      }
    }
    return own;
  }

  private static double field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(Memory::mebibytes)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double mebibytes(String line) {
    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBIBYTES;
  }

  private static List<String> lines(Process process, String file) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
  }
}
