package dev.runnel.contract.manifest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes triggers and their filters as {@link FilterReader} reads them. */
final class FilterWriter {

  private final JsonGenerator out;

  FilterWriter(JsonGenerator out) {
    this.out = out;
  }

  void triggers(List<Trigger> triggers) throws IOException {
    out.writeArrayFieldStart("triggers");
    for (Trigger trigger : triggers) {
      out.writeStartObject();
      out.writeFieldName("filters");
      filters(trigger.filters());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void filters(List<Filter> filters) throws IOException {
    out.writeStartArray();
    for (Filter filter : filters) {
      filter(filter);
    }
    out.writeEndArray();
  }

  /** Recursive; the depth of filters is limited when a manifest is read. */
  private void filter(Filter filter) throws IOException {
    out.writeStartObject();
    switch (filter) {
      case Filter.Exact(Map<String, String> attributes) -> attributes("exact", attributes);
      case Filter.Prefix(Map<String, String> attributes) -> attributes("prefix", attributes);
      case Filter.Suffix(Map<String, String> attributes) -> attributes("suffix", attributes);
      case Filter.All(List<Filter> filters) -> {
        out.writeFieldName("all");
        filters(filters);
      }
      case Filter.Any(List<Filter> filters) -> {
        out.writeFieldName("any");
        filters(filters);
      }
      case Filter.Not(Filter inner) -> {
        out.writeFieldName("not");
        filter(inner);
      }
      case Filter.Cesql(String expression) -> out.writeStringField("cesql", expression);
      case Filter.Pattern(String json) -> {
        out.writeFieldName("pattern");
        out.writeRawValue(json);
      }
    }
    out.writeEndObject();
  }

  private void attributes(String dialect, Map<String, String> attributes) throws IOException {
    out.writeObjectFieldStart(dialect);
    for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
      out.writeStringField(attribute.getKey(), attribute.getValue());
    }
    out.writeEndObject();
  }
}
