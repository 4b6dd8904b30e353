package dev.runnel.agents;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RegisterPlainFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "agents-register-plain",
        "agent.registered",
        "{\"id\":\"contract-b\",\"name\":\"B\",\"description\":\"tests contracts\"}",
        "{\"id\":\"contract-b\",\"name\":\"B\"}");
  }
}
