package dev.runnel.contract.manifest;

import java.util.List;

/** Reads {@code triggers}. */
final class TriggerReader {

  private TriggerReader() {}

  static List<Trigger> read(List<Field> entries) {
    FilterReader filters = new FilterReader();
    return entries.stream().map(entry -> trigger(entry, filters)).toList();
  }

  private static Trigger trigger(Field entry, FilterReader filters) {
    return entry
        .mapping()
        .only(List.of("filters"))
        .require("filters", "filters: and a list; for every event write filters: []")
        .map(field -> new Trigger(filters.list(field, 1)))
        .orElse(new Trigger(List.of()));
  }
}
