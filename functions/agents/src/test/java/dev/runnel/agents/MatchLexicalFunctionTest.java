package dev.runnel.agents;

import dev.runnel.kit.FunctionContract;
import dev.runnel.kit.FunctionExample;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MatchLexicalFunctionTest extends FunctionContract {

  @Override
  protected FunctionExample example() {
    return FunctionExample.of(
        "agents-match-lexical",
        "task.submitted",
        "{\"description\":\"translate a contract\"}",
        "{\"description\":\"translate\",\"limit\":0}");
  }
}
