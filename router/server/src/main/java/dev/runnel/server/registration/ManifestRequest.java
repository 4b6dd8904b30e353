package dev.runnel.server.registration;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.server.functions.Edit;
import dev.runnel.server.functions.Precondition;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** A request that changes functions, with its body. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record ManifestRequest(HttpServerRequest http, byte[] body) {

  /** What {@link ManifestReader} reads at most. */
  static final int MAX_BYTES = 1 << 20;

  /** What errors in the request itself are located in. */
  static final String BODY = "the body";

  private static final String HOLD = "hold";

  String path() {
    return http.path();
  }

  Precondition precondition() {
    return Precondition.of(
        http.headers().getAll("If-Match"), http.headers().getAll("If-None-Match"));
  }

  /** Why the body is not even looked at, if so. */
  Optional<Problem> refusal() {
    String type = http.getHeader("Content-Type");
    if (type != null && !ManifestFormat.isRead(type)) {
      String detail = "Send manifests as application/yaml or application/json, in UTF-8";
      return Optional.of(Problem.of(ProblemType.UNSUPPORTED_FORMAT, detail));
    }
    String hold = http.getParam(HOLD);
    if (hold != null && !hold.equals("true") && !hold.equals("false")) {
      String detail = "hold is true, false, or absent";
      return Optional.of(Problem.of(ProblemType.MALFORMED_QUERY, detail, HOLD));
    }
    return Optional.empty();
  }

  /**
   * Reads the manifests, on a worker thread, as there may be many.
   *
   * @param name the function that the path names, if it names one
   */
  Uni<Edit> edit(Optional<String> name) {
    boolean patient = "true".equals(http.getParam(HOLD));
    Precondition precondition = precondition();
    return Uni.createFrom()
        .<Edit>item(
            () -> new Edit.Put(name, ManifestReader.read(BODY, body), patient, precondition))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
