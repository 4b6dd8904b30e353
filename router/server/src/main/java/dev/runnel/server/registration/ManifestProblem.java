package dev.runnel.server.registration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The problem document that lists everything that is wrong in manifests. */
final class ManifestProblem {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_LISTED = 100;

  private ManifestProblem() {}

  /**
   * The document as an answer.
   *
   * @param errors at least one
   */
  static Answer answer(List<ManifestError> errors, String path) {
    Problem problem = problem(errors);
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      ProblemDocument.writeMembers(problem, path, out);
      out.writeArrayFieldStart("errors");
      for (ManifestError error : errors.subList(0, Math.min(MAX_LISTED, errors.size()))) {
        ManifestNote.of(error).write(out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(
        problem.status(), Map.of("Content-Type", Problem.MEDIA_TYPE), bytes.toByteArray(), problem);
  }

  private static Problem problem(List<ManifestError> errors) {
    ManifestError first = errors.getFirst();
    int listed = Math.min(MAX_LISTED, errors.size());
    String rest =
        errors.size() == 1 ? "" : " errors lists %d of %d.".formatted(listed, errors.size());
    String detail =
        "%s: %s; expected %s. Nothing was changed.%s"
            .formatted(place(first), first.message(), first.expected(), rest);
    String path = first.path().isEmpty() ? place(first) : first.path();
    return Problem.of(ProblemType.MALFORMED_MANIFEST, detail, path);
  }

  /** Errors elsewhere are in another function, with which the request's do not fit. */
  private static String place(ManifestError error) {
    Location at = error.location();
    String line = "line %d, column %d".formatted(at.line(), at.column());
    return at.file().equals(ManifestRequest.BODY) ? line : at.file() + " " + error.path();
  }
}
