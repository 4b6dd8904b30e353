package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A function that answers with several events. */
@QuarkusTest
@TestProfile(SampleApplication.class)
class SampleEventsTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "answers-events", "guest.arrived", "{\"name\":\"Ada\",\"times\":3}", "{\"times\":3}");
  }
}
