package dev.runnel.server.registration;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.EditResult;
import dev.runnel.server.functions.Registration;
import java.util.List;
import java.util.Map;

/** What somebody gets who wanted to change functions. */
final class EditReply {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /** The answer where the change is in force. */
  private interface Success {
    Answer answer(EditResult.Done done);
  }

  private EditReply() {}

  /** To who put one function. */
  static Answer toOne(EditResult result, String path) {
    return of(
        result,
        path,
        done -> {
          Registration one = registrations(done).getFirst();
          Answer answer = json(done, FunctionDocument.put(one, done)).with("ETag", one.tag());
          return done.created().isEmpty()
              ? answer
              : answer.with("Location", "/functions/" + one.name());
        });
  }

  /** To who put several. */
  static Answer toSeveral(EditResult result, String path) {
    return of(
        result,
        path,
        done ->
            json(done, FunctionDocument.put(registrations(done), done))
                .with("ETag", done.now().tag()));
  }

  /** To who deleted one. */
  static Answer toRemoval(EditResult result, String path) {
    return of(result, path, done -> Answer.of(NO_CONTENT));
  }

  private static Answer of(EditResult result, String path, Success success) {
    return switch (result) {
      case EditResult.Done done -> success.answer(done);
      case EditResult.Refused(Problem problem) -> Refusals.of(problem, path);
      case EditResult.Wrong(List<ManifestError> errors) -> ManifestProblem.answer(errors, path);
    };
  }

  private static List<Registration> registrations(EditResult.Done done) {
    return done.names().stream().flatMap(name -> done.now().find(name).stream()).toList();
  }

  private static Answer json(EditResult.Done done, byte[] document) {
    return new Answer(
        done.created().isEmpty() ? OK : CREATED, Map.of("Content-Type", Data.JSON), document, null);
  }
}
