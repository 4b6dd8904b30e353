package dev.runnel.kit;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.function.Supplier;

/** Runs code that never blocks on the caller's event loop, each piece in a context of its own. */
final class CallersLoop {
  private final Vertx vertx;

  CallersLoop(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Calls the code and gives what its result gives. Cancelling cancels the code's result. */
  <T> Uni<T> run(Supplier<Uni<? extends T>> code) {
    return Uni.createFrom().emitter(emitter -> start(code, emitter));
  }

  private <T> void start(Supplier<Uni<? extends T>> code, UniEmitter<? super T> emitter) {
    // Functions called from one request must not share CDI's request scope.
    var own = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    own.emit(
        code,
        asked -> {
          var result =
              Uni.createFrom().deferred(asked).subscribe().with(emitter::complete, emitter::fail);
          emitter.onTermination(result::cancel);
        });
  }
}
