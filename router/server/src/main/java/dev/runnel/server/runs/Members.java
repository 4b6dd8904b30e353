package dev.runnel.server.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Event;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.engine.run.Lineage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of JSON objects in documents about runs, so that a thing stands the same way in all of
 * them. What is null is left out.
 */
public record Members(JsonGenerator out) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Writes a document. */
  @FunctionalInterface
  public interface Document {
    void write(Members members) throws IOException;
  }

  /** The document as bytes. */
  public static byte[] json(Document document) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      document.write(new Members(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  void texts(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  /** Runs that a list was to tell of, where there are any. */
  public void unreadable(List<String> runs) throws IOException {
    if (!runs.isEmpty()) {
      texts("unreadable", runs);
    }
  }

  public void time(String name, @Nullable Instant at) throws IOException {
    text(name, at == null ? null : at.toString());
  }

  public void word(String name, Enum<?> value) throws IOException {
    text(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Attributes, without data. */
  public void event(Event event) throws IOException {
    out.writeObjectFieldStart("event");
    for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
      text(attribute.getKey(), attribute.getValue());
    }
    out.writeEndObject();
  }

  /** Where a run comes from. */
  void lineage(Lineage lineage) throws IOException {
    text("root", lineage.root());
    Lineage.Parent parent = lineage.parent();
    if (parent != null) {
      out.writeObjectFieldStart("parent");
      text("run", parent.run());
      text("step", parent.step());
      out.writeEndObject();
    }
  }

  void outcome(@Nullable Outcome outcome) throws IOException {
    if (outcome != null) {
      out.writeFieldName("outcome");
      JsonText.writeValue(outcome.value(), out);
    }
  }

  /** What went wrong with a run. */
  public void problem(@Nullable Problem problem, String run) throws IOException {
    if (problem != null) {
      out.writeFieldName("problem");
      ProblemDocument.write(problem, "/runs/" + run, out);
    }
  }
}
