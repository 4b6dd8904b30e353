package dev.runnel.agents;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RetireFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "agents-retire", "agent.retired", "{\"id\":\"contract-c\"}", "{\"id\":\" \"}");
  }
}
