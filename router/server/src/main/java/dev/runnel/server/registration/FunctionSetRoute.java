package dev.runnel.server.registration;

import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
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
        .get(
            Page.KINDS,
            (exchange, asked) ->
                Uni.createFrom().item(() -> shown(new Page(asked), exchange.request().path())))
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
                    .map(result -> EditReply.toSeveral(result, path)));
  }

  private Answer shown(Page page, String path) {
    Optional<Registrations> now = registry.loaded();
    return now.map(all -> shown(page, all)).orElseGet(() -> Refusals.notLoaded(path));
  }

  private static Answer shown(Page page, Registrations now) {
    return Answer.of(Data.JSON, FunctionDocument.page(now, page)).with("ETag", now.tag());
  }
}
