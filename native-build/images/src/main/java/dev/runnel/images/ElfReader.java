package dev.runnel.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an ELF file's dynamic section: System V ABI, chapters 4 and 5, and the Linux Standard
 * Base's symbol versioning. Everything in it is found by its address in memory.
 *
 * @param bytes the file, of 64 bits, of which the least byte comes first
 */
record ElfReader(ByteBuffer bytes) {

  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;

  private static final long NEEDED = 1;
  private static final long STRINGS = 5;
  private static final long SONAME = 14;
  private static final long VERSIONS_NEEDED = 0x6ffffffeL;
  private static final long VERSIONS_COUNT = 0x6fffffffL;

  /** The kind of a segment, where it is in the file, where in memory, and its size in the file. */
  private record Segment(int kind, long offset, long address, long size) {}

  private record Entry(long tag, long value) {}

  ElfFile read() {
    List<Segment> segments = segments();
    List<Entry> dynamic =
        segments.stream()
            .filter(segment -> segment.kind == DYNAMIC)
            .findFirst()
            .map(this::dynamic)
            .orElse(List.of());
    if (dynamic.isEmpty()) {
      return new ElfFile(Optional.empty(), List.of(), Map.of());
    }
    int strings = offset(segments, value(dynamic, STRINGS).orElseThrow(ElfReader::damaged));
    return new ElfFile(
        value(dynamic, SONAME).map(at -> text(strings + at.intValue())),
        dynamic.stream()
            .filter(entry -> entry.tag == NEEDED)
            .map(entry -> text(strings + (int) entry.value))
            .toList(),
        value(dynamic, VERSIONS_NEEDED)
            .map(at -> versions(offset(segments, at), count(dynamic), strings))
            .orElse(Map.of()));
  }

  private List<Segment> segments() {
    int table = Math.toIntExact(bytes.getLong(32));
    int size = Short.toUnsignedInt(bytes.getShort(54));
    int count = Short.toUnsignedInt(bytes.getShort(56));
    var segments = new ArrayList<Segment>();
    for (int i = 0; i < count; i++) {
      int at = table + i * size;
      segments.add(
          new Segment(
              bytes.getInt(at),
              bytes.getLong(at + 8),
              bytes.getLong(at + 16),
              bytes.getLong(at + 32)));
    }
    return segments;
  }

  private List<Entry> dynamic(Segment segment) {
    var entries = new ArrayList<Entry>();
    for (long at = segment.offset; at < segment.offset + segment.size; at += 16) {
      entries.add(new Entry(bytes.getLong((int) at), bytes.getLong((int) at + 8)));
    }
    return entries;
  }

  private static Optional<Long> value(List<Entry> dynamic, long tag) {
    return dynamic.stream().filter(entry -> entry.tag == tag).map(Entry::value).findFirst();
  }

  private static long count(List<Entry> dynamic) {
    return value(dynamic, VERSIONS_COUNT).orElse(0L);
  }

  private static int offset(List<Segment> segments, long address) {
    return segments.stream()
        .filter(segment -> segment.kind == LOAD)
        .filter(segment -> address >= segment.address && address < segment.address + segment.size)
        .map(segment -> (int) (address - segment.address + segment.offset))
        .findFirst()
        .orElseThrow(ElfReader::damaged);
  }

  /** For each library one record, and behind it one for each version. */
  private Map<String, List<SymbolVersion>> versions(int table, long libraries, int strings) {
    var versions = new HashMap<String, List<SymbolVersion>>();
    int library = table;
    for (long i = 0; i < libraries; i++) {
      var ofLibrary = new ArrayList<SymbolVersion>();
      int version = library + bytes.getInt(library + 8);
      for (int j = Short.toUnsignedInt(bytes.getShort(library + 2)); j > 0; j--) {
        ofLibrary.add(SymbolVersion.of(text(strings + bytes.getInt(version + 8))));
        version += bytes.getInt(version + 12);
      }
      versions.put(text(strings + bytes.getInt(library + 4)), ofLibrary);
      library += bytes.getInt(library + 12);
    }
    return versions;
  }

  private String text(int from) {
    int end = from;
    while (bytes.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - from];
    bytes.get(from, text);
    return new String(text, ISO_8859_1);
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException("an address lies in none of its segments");
  }
}
