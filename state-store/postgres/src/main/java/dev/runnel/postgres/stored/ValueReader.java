package dev.runnel.postgres.stored;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import java.util.TreeMap;

/** Reads the values that events and plans are made of. */
final class ValueReader {

  private ValueReader() {}

  static Data data(Fields fields) {
    return new Data(fields.optionalText("type"), fields.bytes("bytes"));
  }

  static Event event(Fields fields) {
    Data data = fields.has("data") ? data(fields.object("data")) : Data.NONE;
    return new Event(new TreeMap<>(fields.texts("attributes")), data);
  }

  static Outcome outcome(Fields fields) {
    return new Outcome(
        data(fields.object("value")), fields.list("outputs", output -> event(Fields.of(output))));
  }

  static Problem problem(Fields fields) {
    return new Problem(
        fields.number("status"),
        fields.text("code"),
        fields.text("title"),
        fields.text("detail"),
        fields.optionalText("path"));
  }

  static Failure failure(Fields fields) {
    return new Failure(
        problem(fields.object("problem")),
        Words.constant(Certainty.class, fields.text("certainty")),
        fields.optionalDuration("retryAfter"));
  }
}
