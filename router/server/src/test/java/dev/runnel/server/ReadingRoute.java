package dev.runnel.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What an assembled application may bring: it reads bodies, and then wants none. */
@ApplicationScoped
class ReadingRoute {

  void routes(@Observes Router router) {
    router
        .route("/read/*")
        .order(0)
        .handler(BodyHandler.create(false))
        .handler(RoutingContext::next);
  }
}
