package dev.runnel.server.registration;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.advice.Warning;
import java.io.IOException;

/**
 * Something that is said of a place in a manifest.
 *
 * @param pointer JSON Pointer
 */
record ManifestNote(Location location, String pointer, String message, String expected) {

  static ManifestNote of(ManifestError error) {
    return new ManifestNote(error.location(), error.path(), error.message(), error.expected());
  }

  static ManifestNote of(Warning warning) {
    return new ManifestNote(
        warning.location(), warning.path(), warning.message(), warning.expected());
  }

  /** One object; the file only where it is not the request itself. */
  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    if (!location.file().equals(ManifestRequest.BODY)) {
      out.writeStringField("file", location.file());
    }
    out.writeStringField("pointer", pointer);
    out.writeNumberField("line", location.line());
    out.writeNumberField("column", location.column());
    out.writeStringField("message", message);
    out.writeStringField("expected", expected);
    out.writeEndObject();
  }
}
