package dev.runnel.agents;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MatchFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
            "agents-match",
            "task.submitted",
            Calls.task("{\"description\":\"translate a contract\"}", Given.numbers(0, 0)),
            Calls.task("{\"limit\":3}", Given.numbers(0, 0)))
        .withinRun();
  }
}
