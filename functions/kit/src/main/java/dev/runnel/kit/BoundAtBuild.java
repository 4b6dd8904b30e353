package dev.runnel.kit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Has the functions of a native executable bound while it is built: its start then reads no
 * manifest and looks at no class, and a wrong manifest stops the build.
 */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "true")
class BoundAtBuild {

  /** Quarkus initialises the application in the builder; everything else waits for its start. */
  void bind(@Observes @Initialized(ApplicationScoped.class) Object built, BoundFunctions bound) {
    // Being injected is enough: the constructor has bound them.
  }
}
