package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SampleApplication.class)
class SampleOutcomeTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of("takes-list", "guests.arrived", "[{\"times\":1}]", "[{\"times\":{}}]")
        .withinRun();
  }
}
