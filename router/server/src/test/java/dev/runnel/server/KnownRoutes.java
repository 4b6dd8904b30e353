package dev.runnel.server;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The paths at which the router answers, as the router itself knows them. */
@ApplicationScoped
class KnownRoutes {

  private @Nullable Router router;

  void routes(@Observes Router observed) {
    this.router = observed;
  }

  /** As an OpenAPI document writes them; without what frameworks and tests bring. */
  Set<String> paths() {
    return Objects.requireNonNull(router).getRoutes().stream()
        .map(route -> route.getPath())
        .filter(Objects::nonNull)
        .filter(path -> !path.startsWith("/q/") && !path.startsWith("/read/"))
        .map(path -> path.replaceAll(":(\\w+)", "{$1}").replaceAll("}/$", "}/{key}"))
        .collect(Collectors.toSet());
  }
}
