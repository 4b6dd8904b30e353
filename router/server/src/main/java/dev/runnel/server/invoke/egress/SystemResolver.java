package dev.runnel.server.invoke.egress;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/**
 * Resolves as the operating system does, and as long as the JVM remembers without asking again.
 * Asking blocks, so it happens on threads of its own: a name server that hangs holds up only calls
 * to names.
 */
@Singleton
@DefaultBean
class SystemResolver implements Resolver {

  private static final int THREADS = 4;

  private final WorkerExecutor asking;

  SystemResolver(Vertx vertx) {
    asking = vertx.createSharedWorkerExecutor("runnel-names", THREADS);
  }

  @Override
  public Uni<List<InetAddress>> resolve(String host) {
    return Uni.createFrom()
        .completionStage(
            () ->
                asking
                    .executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                    .toCompletionStage());
  }

  @PreDestroy
  void stop() {
    var _ = asking.close();
  }
}
