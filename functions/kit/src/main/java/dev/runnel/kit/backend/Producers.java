package dev.runnel.kit.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.coordination.Counters;
import dev.runnel.kit.coordination.Leases;
import dev.runnel.kit.state.State;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives everybody what the own capability keeps. */
@Singleton
final class Producers {

  private final Backends backends;

  Producers(Backends backends) {
    this.backends = backends;
  }

  @Produces
  @Dependent
  State state(InjectionPoint at, ObjectMapper json) {
    return new State(backend(at).state(), json);
  }

  @Produces
  @Dependent
  Leases leases(InjectionPoint at) {
    return new Leases(backend(at).leases(), System::nanoTime);
  }

  @Produces
  @Dependent
  Counters counters(InjectionPoint at) {
    return new Counters(backend(at).counters());
  }

  private Backend backend(InjectionPoint at) {
    @Nullable Bean<?> user = at.getBean();
    return backends.of(user == null ? Object.class : user.getBeanClass());
  }
}
