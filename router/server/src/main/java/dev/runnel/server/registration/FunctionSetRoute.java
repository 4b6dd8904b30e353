package dev.runnel.server.registration;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /functions}: all that is loaded, page by page, and several manifests put at once. */
@Singleton
public class FunctionSetRoute {

  private final Registry registry;

  FunctionSetRoute(Registry registry) {
    this.registry = registry;
  }

  void routes(@Observes Router router) {
    Resource.at("/functions")
        .get((exchange, body) -> Uni.createFrom().item(() -> shown(exchange.request())))
        .on(
            "PUT",
            ManifestRequest.MAX_BYTES,
            (exchange, body) -> put(new ManifestRequest(exchange.request(), body)))
        .mount(router);
  }

  private Uni<Answer> put(ManifestRequest request) {
    String path = request.path();
    return request
        .refusal()
        .map(problem -> Uni.createFrom().item(Refusals.of(problem, path)))
        .orElseGet(
            () ->
                request
                    .edit(Optional.empty())
                    .chain(registry::edit)
                    .map(verdict -> EditReply.toSeveral(verdict, path)));
  }

  private Answer shown(HttpServerRequest http) {
    Optional<Registrations> now = registry.loaded();
    if (now.isEmpty()) {
      return Refusals.notLoaded(http.path());
    }
    return switch (Page.read(http.uri())) {
      case Parameters.Reading.Refused(Problem problem) -> Refusals.of(problem, http.path());
      case Parameters.Reading.Read(Parameters asked) ->
          Answer.of(Data.JSON, FunctionDocument.page(now.get(), new Page(asked)))
              .with("ETag", now.get().tag());
    };
  }
}
