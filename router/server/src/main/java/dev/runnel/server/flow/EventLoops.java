package dev.runnel.server.flow;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** The event loops of Vert.x. */
@Singleton
record EventLoops(Vertx vertx) implements Loops {

  @Override
  public Loop next() {
    return new Strand(VertxContext.getRootContext(vertx.getOrCreateContext()));
  }
}
