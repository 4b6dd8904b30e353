package dev.runnel.server.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/work/functions/agents/src/main/resources/META-INF/runnel/function.yaml",
        "file:/work/functions/agents/target/classes/META-INF/runnel/function.yaml",
        "jar:file:/m2/runnel-agents-0.1.0-SNAPSHOT.jar!/META-INF/runnel/function.yaml",
        "jar:file:/app/lib/main/dev.runnel.runnel-agents-0.1.0-SNAPSHOT.jar!/META-INF/runnel/function.yaml",
        "jar:file:/app/agents.jar!/META-INF/runnel/function.yaml",
        "/srv/.runnel/functions/agents/function.yaml",
        "C:\\srv\\agents\\function.yaml",
        "/etc/runnel/agents.yaml",
        "agents.yml"
      })
  void isTheSameWhereverItsManifestsAre(String file) {
    assertThat(CapabilityName.of(file)).isEqualTo("agents");
  }

  @ParameterizedTest
  @ValueSource(strings = {"function.yaml", "/function.yaml"})
  void isSomeNameWhereNoneIsGiven(String file) {
    assertThat(CapabilityName.of(file)).isEqualTo("functions");
  }
}
