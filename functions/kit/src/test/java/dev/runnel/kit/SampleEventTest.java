package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A function that names the type of its event. */
@QuarkusTest
@TestProfile(SampleApplication.class)
class SampleEventTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "answers-event", "guest.arrived", "{\"name\":\"Ada\",\"times\":3}", "{\"times\":101}");
  }
}
