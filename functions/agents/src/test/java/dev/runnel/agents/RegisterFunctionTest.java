package dev.runnel.agents;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RegisterFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
            "agents-register",
            "agent.registered",
            Calls.task(
                "{\"id\":\"contract-a\",\"name\":\"A\",\"description\":\"tests contracts\"}",
                Given.numbers(0, 0)),
            Calls.task("{\"id\":\"contract-a\"}", Given.numbers(0, 0)))
        .withinRun();
  }
}
