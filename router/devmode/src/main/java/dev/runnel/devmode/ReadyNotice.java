package dev.runnel.devmode;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.functions.Registry;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.stream.Collectors;

/** Says where the router listens, and what to try, as soon as it does. */
@ApplicationScoped
class ReadyNotice {

  private static final String NOTICE =
      """


      Runnel is ready at http://localhost:%1$d with these functions: %2$s
      Change any of them and post again. Try:

        curl -s http://localhost:%1$d/ -H 'ce-specversion: 1.0' -H "ce-id: $(date +%%s%%N)" \\
          -H 'ce-source: /readme' -H 'ce-type: task.submitted' -H 'Content-Type: application/json' \\
          -H 'Prefer: wait=10' \\
          -d '{"description": "translate a contract from Chinese to English", "limit": 3}'
      """;

  private final Registry registry;

  ReadyNotice(Registry registry) {
    this.registry = registry;
  }

  void show(@ObservesAsync HttpServerStart start) {
    String names =
        registry.current().stream()
            .flatMap(catalog -> catalog.functions().functions().stream())
            .map(FunctionManifest::name)
            .collect(Collectors.joining(", "));
    Log.infof(NOTICE, start.options().getPort(), names);
  }
}
