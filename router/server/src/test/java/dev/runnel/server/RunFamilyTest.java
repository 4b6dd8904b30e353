package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a run to those that came out of it, and back, by what the documents say alone. */
@QuarkusTest
@TestProfile(OutputsTest.Producers.class)
class RunFamilyTest extends RouterTest {

  @Test
  void leadsToTheRunsOfItsOutputsAndBack() {
    functions.emits(
        "order", OutputsTest.output("order.placed", "1"), OutputsTest.output("invoice.made", "2"));
    functions.emits("ship", OutputsTest.output("parcel.sent", "3"));
    String root = ended("order.wanted");

    JsonPath parent = poster.run(root);
    String child = parent.getString("steps[0].outputs[0].run");
    JsonPath shipped = poster.run(child);

    assertThat(parent.getList("steps[0].outputs.id"))
        .isEqualTo(List.of(root + ".order.1", root + ".order.2"));
    assertThat(parent.getList("steps[0].outputs.type"))
        .isEqualTo(List.of("order.placed", "invoice.made"));
    assertThat(parent.getString("root")).isEqualTo(root);
    assertThat(parent.getString("parent")).isNull();
    assertThat(parent.getString("steps[0].outputs[1].run")).isNull();
    assertThat(shipped.getMap("parent")).isEqualTo(Map.of("run", root, "step", "order"));
    assertThat(shipped.getString("root")).isEqualTo(root);
    assertThat(shipped.getString("event.id")).isEqualTo(root + ".order.1");
    assertThat(shipped.getString("steps[0].outputs[0].type")).isEqualTo("parcel.sent");
    JsonPath family = JsonPath.from(poster.get("/runs?root=" + root).body());
    assertThat(family.getList("runs.id", String.class)).contains(root, child);
    JsonPath children = JsonPath.from(poster.get("/runs?parent=" + root).body());
    assertThat(children.getList("runs.id", String.class)).contains(child).doesNotContain(root);
  }

  @Test
  void leadsToTheRunsThatItsEndStarted() {
    functions.emits("order");
    String root = ended("order.wanted");

    JsonPath parent = poster.run(root);
    JsonPath audit = poster.run(parent.getString("lifecycle[0].run"));

    assertThat(parent.getList("lifecycle.type")).isEqualTo(List.of("dev.runnel.run.completed"));
    assertThat(audit.getMap("parent")).isEqualTo(Map.of("run", root));
    assertThat(audit.getString("steps[0].function")).isEqualTo("audit");
    assertThat(audit.getList("lifecycle")).isEmpty();
  }

  @Test
  void showsARunThatWentRoundInCircles() {
    functions.emits("ping", OutputsTest.output("pong.wanted", "1"));
    functions.emits("pong", OutputsTest.output("ping.wanted", "1"));
    String root = ended("ping.wanted");

    String failed = "/runs?state=failed&root=" + root;
    String last = JsonPath.from(poster.get(failed).body()).getString("runs[0].id");

    assertThat(poster.run(last).getString("steps[0].problem.code")).isEqualTo("loop");
  }

  private String ended(String type) {
    String run = poster.postAndWait(Poster.event(type, "{}")).getString("run");
    awaitQuiet();
    return run;
  }
}
