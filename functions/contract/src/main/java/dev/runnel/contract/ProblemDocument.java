package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A {@link Problem} as the JSON document of RFC 9457, section 3. */
public final class ProblemDocument {
  private static final JsonFactory JSON = new JsonFactory();

  private ProblemDocument() {}

  /**
   * The document in UTF-8; its media type is {@link Problem#MEDIA_TYPE}.
   *
   * @param instance this occurrence of the problem as a URI reference, such as the request's path
   */
  public static byte[] json(Problem problem, String instance) {
    var bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      write(problem, instance, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a problem could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The same document as an object within a larger one. */
  public static void write(Problem problem, String instance, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeMembers(problem, instance, out);
    out.writeEndObject();
  }

  /** Its members alone, for a document that adds members of its own (RFC 9457, section 3.2). */
  public static void writeMembers(Problem problem, String instance, JsonGenerator out)
      throws IOException {
    out.writeStringField("type", problem.type());
    out.writeStringField("title", problem.title());
    out.writeNumberField("status", problem.status());
    out.writeStringField("detail", problem.detail());
    out.writeStringField("instance", instance);
    out.writeStringField("code", problem.code());
    if (problem.path() != null) {
      out.writeStringField("path", problem.path());
    }
  }
}
