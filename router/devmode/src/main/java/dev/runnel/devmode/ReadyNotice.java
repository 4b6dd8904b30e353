package dev.runnel.devmode;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.flow.Readiness;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says where the router listens, and what to try, as soon as it does. */
@ApplicationScoped
class ReadyNotice {

  private static final String NOTICE =
      """


      Runnel is ready at http://localhost:%d with these functions: %s
      Change any of them and post again.%s
      """;

  private final Readiness readiness;

  ReadyNotice(Readiness readiness) {
    this.readiness = readiness;
  }

  void show(@ObservesAsync HttpServerStart start) {
    int port = start.options().getPort();
    readiness.whenReached(loaded -> show(port, loaded.catalog().functions().functions()));
  }

  private static void show(int port, Collection<FunctionManifest> functions) {
    String names = functions.stream().map(FunctionManifest::name).collect(Collectors.joining(", "));
    String hint =
        SampleEvent.wantedBy(functions)
            .map(event -> " Try:\n\n" + event.curl(port).indent(2))
            .orElse("");
    Log.infof(NOTICE, port, names, hint);
  }
}
