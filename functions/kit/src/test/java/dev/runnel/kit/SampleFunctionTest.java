package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SampleApplication.class)
class SampleFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "takes-record", "guest.arrived", "{\"name\":\"Ada\",\"times\":1}", "{\"times\":1}");
  }
}
