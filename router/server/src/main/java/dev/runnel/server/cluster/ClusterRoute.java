package dev.runnel.server.cluster;

import dev.runnel.cache.StateStore;
import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import dev.runnel.journal.RouterBrief;
import dev.runnel.journal.RouterName;
import dev.runnel.server.journal.Lives;
import dev.runnel.server.resource.Resource;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /cluster}: the routers that the journal knows, who decides, and those that share a
 * cache with this one, which only helps. Answers also where the journal cannot be reached.
 */
@Singleton
class ClusterRoute {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RouterName name;
  private final Lives lives;
  private final StateStore store;

  ClusterRoute(RouterName name, Lives lives, StateStore store) {
    this.name = name;
    this.lives = lives;
    this.store = store;
  }

  void routes(@Observes Router router) {
    Resource.at("/cluster").get(Map.of(), (exchange, none) -> shown()).mount(router);
  }

  private Uni<Answer> shown() {
    return routers()
        .map(routers -> new ClusterDocument(name.value(), lives, routers, store))
        .map(document -> Answer.of(Data.JSON, document.json()));
  }

  /** As the journal has them; nothing where it does not answer in time. */
  private Uni<Optional<List<RouterBrief>>> routers() {
    return Uni.createFrom()
        .deferred(() -> lives.routers().all())
        .map(Optional::of)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .invoke(why -> Log.debug("The journal does not say which routers there are", why))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
