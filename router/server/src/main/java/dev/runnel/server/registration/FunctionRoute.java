package dev.runnel.server.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.Edit;
import dev.runnel.server.functions.Registration;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /functions/{name}}: one function or chain, read, put or deleted. */
@Singleton
public class FunctionRoute {

  private final Registry registry;

  FunctionRoute(Registry registry) {
    this.registry = registry;
  }

  void routes(@Observes Router router) {
    Resource.at("/functions/:name")
        .get(
            (exchange, body) ->
                Uni.createFrom().item(() -> shown(name(exchange), exchange.request())))
        .on(
            "PUT",
            ManifestRequest.MAX_BYTES,
            (exchange, body) -> put(name(exchange), request(exchange, body)))
        .on(
            "DELETE",
            ManifestRequest.MAX_BYTES,
            (exchange, body) -> delete(name(exchange), request(exchange, body)))
        .mount(router);
  }

  private static String name(RoutingContext exchange) {
    return exchange.pathParam("name");
  }

  private static ManifestRequest request(RoutingContext exchange, byte[] body) {
    return new ManifestRequest(exchange.request(), body);
  }

  private Uni<Answer> put(String name, ManifestRequest request) {
    String path = request.path();
    return request
        .refusal()
        .map(problem -> Uni.createFrom().item(Refusals.of(problem, path)))
        .orElseGet(
            () ->
                request
                    .edit(Optional.of(name))
                    .chain(registry::edit)
                    .map(result -> EditReply.toOne(result, path)));
  }

  private Uni<Answer> delete(String name, ManifestRequest request) {
    return registry
        .edit(new Edit.Remove(name, request.precondition()))
        .map(result -> EditReply.toRemoval(result, request.path()));
  }

  private Answer shown(String name, HttpServerRequest http) {
    Optional<Registrations> now = registry.loaded();
    if (now.isEmpty()) {
      return Refusals.notLoaded(http.path());
    }
    return now.get()
        .find(name)
        .map(one -> shown(one, now.get(), http).with("Vary", "Accept").with("ETag", one.tag()))
        .orElseGet(() -> Refusals.of(now.get().unknown(name), http.path()));
  }

  private static Answer shown(Registration one, Registrations now, HttpServerRequest http) {
    return ManifestFormat.preferred(http.headers().getAll("Accept")) == ManifestFormat.YAML
        ? Answer.of(ManifestFormat.YAML_TYPE, ManifestYaml.of(one.document()).getBytes(UTF_8))
        : Answer.of(Data.JSON, FunctionDocument.one(one, now));
  }
}
