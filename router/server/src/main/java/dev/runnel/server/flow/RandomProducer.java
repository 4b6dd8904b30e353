package dev.runnel.server.flow;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The router's chance: nobody can guess what it brings, and any thread may ask for it. */
final class RandomProducer {

  @Produces
  @Singleton
  @DefaultBean
  RandomGenerator random() {
    return new SecureRandom();
  }
}
