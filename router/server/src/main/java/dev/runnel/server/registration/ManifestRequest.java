package dev.runnel.server.registration;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.server.functions.Edit;
import dev.runnel.server.functions.Precondition;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
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
    return switch (parameters()) {
      case Parameters.Reading.Refused(Problem problem) -> Optional.of(problem);
      case Parameters.Reading.Read _ -> Optional.empty();
    };
  }

  /**
   * Reads the manifests, on a worker thread, as there may be many.
   *
   * @param name the function that the path names, if it names one
   */
  Uni<Edit> edit(Optional<String> name) {
    boolean patient = isPatient();
    Precondition precondition = precondition();
    return Uni.createFrom()
        .<Edit>item(
            () -> new Edit.Put(name, ManifestReader.read(BODY, body), patient, precondition))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private boolean isPatient() {
    return switch (parameters()) {
      case Parameters.Reading.Refused _ -> false;
      case Parameters.Reading.Read(Parameters given) ->
          given.find(HOLD).map(Boolean::valueOf).orElse(false);
    };
  }

  private Parameters.Reading parameters() {
    return Parameters.read(http.uri(), Map.of(HOLD, Kind.SWITCH));
  }
}
