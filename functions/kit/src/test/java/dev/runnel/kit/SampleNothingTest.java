package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A function that answers with nothing. */
@QuarkusTest
@TestProfile(SampleApplication.class)
class SampleNothingTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "answers-nothing", "guest.arrived", "{\"name\":\"Ada\",\"times\":3}", "{\"times\":101}");
  }
}
