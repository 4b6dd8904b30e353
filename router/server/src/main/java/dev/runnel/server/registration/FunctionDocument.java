package dev.runnel.server.registration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.advice.Warning;
import dev.runnel.server.functions.EditResult;
import dev.runnel.server.functions.Registration;
import dev.runnel.server.functions.Registrations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Functions and chains as the router shows them, as JSON. */
final class FunctionDocument {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_WARNINGS = 100;

  private final Registrations now;
  private final JsonGenerator out;

  /** What one of the documents consists of. */
  private interface Content {
    void write(FunctionDocument document) throws IOException;
  }

  private FunctionDocument(Registrations now, JsonGenerator out) {
    this.now = now;
    this.out = out;
  }

  /** One with its manifest. */
  static byte[] one(Registration one, Registrations now) {
    return of(
        now,
        document -> {
          document.members(one);
          document.out.writeFieldName("manifest");
          document.out.writeRawValue(one.document());
        });
  }

  /** One that was put, without its manifest. */
  static byte[] put(Registration one, EditResult.Done done) {
    return of(
        done.now(),
        document -> {
          document.members(one);
          document.warnings(done.warnings());
        });
  }

  /** These, which were put, without their manifests. */
  static byte[] put(List<Registration> some, EditResult.Done done) {
    return of(
        done.now(),
        document -> {
          document.list(some);
          document.warnings(done.warnings());
        });
  }

  static byte[] page(Registrations now, Page page) {
    List<Registration> found = page.of(now);
    boolean isLast = found.size() <= page.limit();
    List<Registration> shown = isLast ? found : found.subList(0, page.limit());
    return of(
        now,
        document -> {
          document.list(shown);
          if (!isLast) {
            document.out.writeStringField("next", page.next(shown.getLast().name()));
          }
        });
  }

  static String state(Registration one, Registrations now) {
    return now.held().containsKey(one.name()) ? "held" : "active";
  }

  private static byte[] of(Registrations now, Content content) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      content.write(new FunctionDocument(now, out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void list(List<Registration> some) throws IOException {
    out.writeNumberField("revision", now.revision());
    out.writeArrayFieldStart("functions");
    for (Registration one : some) {
      out.writeStartObject();
      members(one);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Nothing where there are none. */
  private void warnings(List<Warning> warnings) throws IOException {
    if (!warnings.isEmpty()) {
      out.writeArrayFieldStart("warnings");
      for (Warning warning : warnings.subList(0, Math.min(MAX_WARNINGS, warnings.size()))) {
        ManifestNote.of(warning).write(out);
      }
      out.writeEndArray();
    }
  }

  private void members(Registration one) throws IOException {
    out.writeStringField("name", one.name());
    switch (one.manifest()) {
      case FunctionManifest function -> {
        out.writeStringField("kind", "Function");
        out.writeStringField("runtime", function.runtime().name().toLowerCase(Locale.ROOT));
      }
      case ChainManifest _ -> out.writeStringField("kind", "Chain");
    }
    out.writeNumberField("version", one.version());
    out.writeStringField("state", state(one, now));
    String reason = now.held().get(one.name());
    if (reason != null) {
      out.writeStringField("reason", reason);
    }
    switch (one.origin()) {
      case Registration.Origin.Put _ -> out.writeStringField("origin", "put");
      case Registration.Origin.Capability(String file) -> {
        out.writeStringField("origin", "capability");
        out.writeStringField("file", file);
      }
    }
  }
}
