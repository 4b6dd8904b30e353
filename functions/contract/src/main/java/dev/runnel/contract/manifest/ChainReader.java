package dev.runnel.contract.manifest;

import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import java.util.List;
import java.util.Optional;

/** Reads the manifest of a chain. */
final class ChainReader {

  private static final List<String> KEYS =
      List.of(
          "kind",
          "name",
          "description",
          "functions",
          "parallel",
          "aggregate",
          "triggers",
          "fallback");
  private static final List<String> AGGREGATES = List.of("all", "first", "merge");
  private static final String AGGREGATE_FORM = "all, first, merge or { quorum: K }";

  private ChainReader() {}

  static ChainManifest read(Mapping fields) {
    fields.only(KEYS);
    List<String> functions =
        fields
            .require("functions", "functions: and the names of the members in order")
            .map(ChainReader::members)
            .orElse(List.of());
    boolean parallel = fields.find("parallel").map(Field::flag).orElse(false);
    return new ChainManifest(
        fields.require("name", "the chain's name").map(Names::function).orElse(""),
        fields.find("description").map(Field::text).orElse(""),
        functions,
        parallel ? parallel(fields, functions.size()) : sequential(fields),
        TriggerReader.read(fields.entries("triggers")),
        FallbackReader.read(fields.entries("fallback")));
  }

  private static List<String> members(Field field) {
    List<Field> entries = field.entries();
    if (entries.isEmpty() && field.is(Field.Kind.LIST)) {
      field.wrong("an empty list", "at least one function");
    }
    return Names.unique(entries, Names::function);
  }

  private static Aggregate parallel(Mapping fields, int members) {
    return fields
        .find("aggregate")
        .map(field -> aggregate(field, members))
        .orElse(new Aggregate.All());
  }

  private static Aggregate sequential(Mapping fields) {
    Optional<Field> aggregate = fields.find("aggregate");
    aggregate.ifPresent(
        field ->
            field.wrong(
                "an aggregate of a chain that is not parallel", "parallel: true, or no aggregate"));
    return new Aggregate.Last();
  }

  private static Aggregate aggregate(Field field, int members) {
    if (field.is(Field.Kind.MAPPING)) {
      return field
          .mapping()
          .only(List.of("quorum"))
          .require("quorum", "quorum: the number of members that must succeed")
          .<Aggregate>map(quorum -> new Aggregate.Quorum(quorum.number(1, Math.max(1, members))))
          .orElse(new Aggregate.All());
    }
    String word = field.is(Field.Kind.TEXT) ? field.text() : "";
    return switch (word) {
      case "all" -> new Aggregate.All();
      case "first" -> new Aggregate.First();
      case "merge" -> new Aggregate.Merge();
      default -> {
        field.wrong(field.seen() + Nearest.hint(word, AGGREGATES), AGGREGATE_FORM);
        yield new Aggregate.All();
      }
    };
  }
}
