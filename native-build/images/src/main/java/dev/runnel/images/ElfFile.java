package dev.runnel.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an executable or a shared library of Linux asks its loader for.
 *
 * @param name the one that others ask for it by
 * @param needed the libraries that it asks for
 * @param versions the symbol versions that it wants in each of them
 */
record ElfFile(
    Optional<String> name, List<String> needed, Map<String, List<SymbolVersion>> versions) {

  /** {@code \x7fELF}, as a number of which the least byte comes first. */
  private static final int MAGIC = 0x464c457f;

  ElfFile {
    needed = List.copyOf(needed);
    versions = Map.copyOf(versions);
  }

  static boolean isOne(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer start = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      return channel.read(start) == Integer.BYTES && start.getInt(0) == MAGIC;
    }
  }

  static ElfFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new ElfReader(bytes.order(ByteOrder.LITTLE_ENDIAN)).read();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(
          "%s is no whole ELF file of 64 bits: %s".formatted(file, e.getMessage()), e);
    }
  }
}
