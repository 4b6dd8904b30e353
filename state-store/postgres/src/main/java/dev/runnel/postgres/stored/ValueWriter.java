package dev.runnel.postgres.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the values that events and plans are made of, as fields of the object that is open. */
record ValueWriter(JsonGenerator out) {

  /** Writes something within an object, a list or a field. */
  interface Part {
    void write() throws IOException;
  }

  /** Nothing where there is no text. */
  void text(String name, @Nullable String text) throws IOException {
    if (text != null) {
      out.writeFieldName(name);
      text(text);
    }
  }

  private void text(String text) throws IOException {
    if (Text.isWellFormed(text)) {
      out.writeString(text);
    } else {
      out.writeBinary(Text.units(text));
    }
  }

  /** Nothing where it is false. */
  void flag(String name, boolean value) throws IOException {
    if (value) {
      out.writeBooleanField(name, true);
    }
  }

  void number(String name, int value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** Nothing where there is none. */
  void instant(String name, @Nullable Instant instant) throws IOException {
    if (instant != null) {
      pair(name, instant.getEpochSecond(), instant.getNano());
    }
  }

  /** Nothing where there is none. */
  void duration(String name, @Nullable Duration duration) throws IOException {
    if (duration != null) {
      pair(name, duration.getSeconds(), duration.getNano());
    }
  }

  private void pair(String name, long seconds, int nanos) throws IOException {
    out.writeArrayFieldStart(name);
    out.writeNumber(seconds);
    out.writeNumber(nanos);
    out.writeEndArray();
  }

  /** Nothing where there are none. In the order of their keys, so that equal maps look equal. */
  void texts(String name, Map<String, String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
      text(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  void object(String name, Part content) throws IOException {
    out.writeObjectFieldStart(name);
    content.write();
    out.writeEndObject();
  }

  void data(String name, Data data) throws IOException {
    object(
        name,
        () -> {
          text("type", data.contentType());
          out.writeBinaryField("bytes", data.bytes());
        });
  }

  void event(String name, Event event) throws IOException {
    object(name, () -> event(event));
  }

  private void event(Event event) throws IOException {
    texts("attributes", event.attributes());
    if (!event.data().equals(Data.NONE)) {
      data("data", event.data());
    }
  }

  void outcome(String name, Outcome outcome) throws IOException {
    object(
        name,
        () -> {
          data("value", outcome.value());
          outputs(outcome.outputs());
        });
  }

  private void outputs(List<Event> outputs) throws IOException {
    if (outputs.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("outputs");
    for (Event output : outputs) {
      out.writeStartObject();
      event(output);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void problem(String name, Problem problem) throws IOException {
    object(
        name,
        () -> {
          number("status", problem.status());
          text("code", problem.code());
          text("title", problem.title());
          text("detail", problem.detail());
          text("path", problem.path());
        });
  }

  void failure(String name, Failure failure) throws IOException {
    object(
        name,
        () -> {
          problem("problem", failure.problem());
          text("certainty", Words.of(failure.certainty()));
          duration("retryAfter", failure.retryAfter());
        });
  }
}
