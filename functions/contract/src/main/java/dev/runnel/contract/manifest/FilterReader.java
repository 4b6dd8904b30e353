package dev.runnel.contract.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the filters of one manifest. */
final class FilterReader {

  private static final List<String> DIALECTS =
      List.of("exact", "prefix", "suffix", "all", "any", "not", "cesql", "sql", "pattern");
  private static final int MAX_FILTERS = 256;
  private static final int MAX_DEPTH = 32;
  private static final int LONGEST_EXPRESSION = 4 << 10;

  /** What stands in for a filter that cannot be read. */
  private static final Filter NOTHING = new Filter.All(List.of());

  private int filters;

  /** The filters of a list; those in a trigger's own list are at depth 1. */
  List<Filter> list(Field field, int depth) {
    return field.entries().stream().map(entry -> filter(entry, depth)).toList();
  }

  private Filter filter(Field field, int depth) {
    if (++filters > MAX_FILTERS) {
      if (filters == MAX_FILTERS + 1) {
        field.wrong("more than " + MAX_FILTERS + " filters", "fewer, or several functions");
      }
      return NOTHING;
    }
    if (depth > MAX_DEPTH) {
      field.wrong("filters within filters too deeply", "at most " + MAX_DEPTH + " levels");
      return NOTHING;
    }
    Mapping filter = field.mapping().only(DIALECTS);
    if (filter.fields().size() == 1) {
      Map.Entry<String, Field> only = filter.fields().entrySet().iterator().next();
      return dialect(only.getKey(), only.getValue(), depth);
    }
    if (field.is(Field.Kind.MAPPING)) {
      field.wrong(
          filter.fields().isEmpty() ? "an empty filter" : filter.fields().size() + " dialects",
          "exactly one of "
              + String.join(", ", DIALECTS)
              + "; several conditions are several entries");
    }
    return NOTHING;
  }

  private Filter dialect(String dialect, Field field, int depth) {
    return switch (dialect) {
      case "exact" -> new Filter.Exact(attributes(field));
      case "prefix" -> new Filter.Prefix(attributes(field));
      case "suffix" -> new Filter.Suffix(attributes(field));
      case "all" -> new Filter.All(atLeastOne(field, depth));
      case "any" -> new Filter.Any(atLeastOne(field, depth));
      case "not" -> new Filter.Not(filter(field, depth + 1));
      case "cesql", "sql" -> new Filter.Cesql(expression(field));
      case "pattern" -> new Filter.Pattern(pattern(field));
      default -> NOTHING; // unknown, and noted by Mapping.only
    };
  }

  private List<Filter> atLeastOne(Field field, int depth) {
    List<Filter> filters = list(field, depth + 1);
    if (filters.isEmpty() && field.is(Field.Kind.LIST)) {
      field.wrong("an empty list", "at least one filter");
    }
    return filters;
  }

  private static Map<String, String> attributes(Field field) {
    Map<String, Field> fields = field.mapping().fields();
    if (fields.isEmpty() && field.is(Field.Kind.MAPPING)) {
      field.wrong("no attribute", "at least one, such as { type: task.submitted }");
    }
    Map<String, String> attributes = new HashMap<>();
    fields.forEach(
        (name, value) -> {
          Names.checkAttribute(name, value);
          attributes.put(name, notEmpty(value));
        });
    return attributes;
  }

  private static String expression(Field field) {
    String expression = notEmpty(field);
    if (expression.length() > LONGEST_EXPRESSION) {
      field.wrong(expression.length() + " characters", "at most " + LONGEST_EXPRESSION);
    }
    return expression;
  }

  private static String notEmpty(Field field) {
    String text = field.text();
    if (text.isEmpty() && field.is(Field.Kind.TEXT)) {
      field.wrong("an empty text", "at least one character");
    }
    return text;
  }

  private static String pattern(Field field) {
    if (!field.is(Field.Kind.MAPPING)) {
      field.wrong(field.seen(), "a mapping, such as { data: { lang: [zh, en] } }");
    }
    return JsonText.of(field);
  }
}
