package dev.runnel.kit.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives everybody the state of the own capability. */
@Singleton
final class StateProducer {

  @Produces
  @Dependent
  State state(InjectionPoint at, StateStores stores, ObjectMapper json) {
    @Nullable Bean<?> user = at.getBean();
    return new State(stores.of(user == null ? Object.class : user.getBeanClass()), json);
  }
}
