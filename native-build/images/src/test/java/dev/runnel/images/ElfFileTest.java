package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the JDK's own programs need as {@code readelf} does. */
@EnabledOnOs(OS.LINUX)
class ElfFileTest {

  private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.*)]");
  private static final Pattern NAME = Pattern.compile("\\(SONAME\\).*\\[(.*)]");
  private static final Pattern VERSION = Pattern.compile("Name: (\\S+) +Flags: \\S+ +Version: ");

  private static final SymbolVersion OF_THE_JDK = SymbolVersion.of("SUNWprivate_1.1");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bin/java", "lib/libzip.so", "lib/libnet.so", "lib/server/libjvm.so"})
  void isReadAsReadelfReadsIt(String name) throws Exception {
    Path file = Path.of(System.getProperty("java.home"), name);
    String read = readelf(file);

    ElfFile elf = ElfFile.read(file);

    assertThat(elf.needed()).isNotEmpty().hasSameElementsAs(found(NEEDED, read));
    assertThat(elf.name().stream().toList()).hasSameElementsAs(found(NAME, read));
    assertThat(elf.versions().values().stream().flatMap(List::stream).map(SymbolVersion::toString))
        .isNotEmpty()
        .hasSameElementsAs(found(VERSION, read));
  }

  @Test
  void saysWhichFileIsNotWhole() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Path part = folder.resolve("java");
    Files.write(part, Arrays.copyOf(Files.readAllBytes(java), 900));

    assertThat(ElfFile.isOne(part)).isTrue();
    assertThatIOException()
        .isThrownBy(() -> ElfFile.read(part))
        .withMessageStartingWith(part + " is no whole ELF file of 64 bits: ");
  }

  @Test
  void isTakenForNoneWhereItIsNone() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "ELF");

    assertThat(ElfFile.isOne(text)).isFalse();
    assertThat(ElfFile.isOne(Files.createFile(folder.resolve("nothing")))).isFalse();
  }

  @Test
  void needsNothingOfTheSystemThatLiesBesideIt() throws Exception {
    Path lib = Path.of(System.getProperty("java.home"), "lib");

    Needs alone = Needs.of(List.of(lib.resolve("libnet.so")));
    Needs together =
        Needs.of(
            List.of(
                lib.resolve("libnet.so"),
                lib.resolve("libjava.so"),
                lib.resolve("server/libjvm.so")));

    assertThat(alone.libraries()).contains("libjava.so", "libc.so.6");
    assertThat(together.libraries()).contains("libc.so.6").doesNotContain("libjava.so");
    assertThat(alone.versions()).contains(OF_THE_JDK);
    assertThat(together.versions()).isNotEmpty().doesNotContain(OF_THE_JDK);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static String readelf(Path file) throws IOException, InterruptedException {
    String path = System.getenv("PATH");
    assumeThat(
            "true".equals(System.getenv("RUNNEL_CI"))
                || Pattern.compile(":")
                    .splitAsStream(path)
                    .anyMatch(place -> Files.isExecutable(Path.of(place, "readelf"))))
        .as("readelf, of binutils, is on the PATH")
        .isTrue();
    Process readelf =
        new ProcessBuilder("readelf", "-dVW", file.toString()).redirectErrorStream(true).start();
    try (var out = readelf.inputReader()) {
      return out.lines().collect(Collectors.joining("\n"));
    } finally {
      readelf.destroyForcibly().waitFor();
    }
  }
}
