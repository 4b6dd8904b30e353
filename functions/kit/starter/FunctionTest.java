package com.example;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class @class@FunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of("@name@", "guest.arrived", "{\"name\": \"Ada\"}", "[]");
  }
}
