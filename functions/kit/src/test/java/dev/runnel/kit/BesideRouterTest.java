package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleApplication.BesideRouter.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus
class BesideRouterTest {
  @TestHTTPResource URI root;

  @Test
  void leavesTheRootAndUnknownNamesToOthers() {
    var caller = new FunctionCaller(root);
    var event = SampleCalls.event(Data.json(SampleCalls.ADA));

    assertThat(caller.post("/takes-record", event).statusCode()).isEqualTo(200);
    for (String path : new String[] {"/", "/takes-wing"}) {
      assertThat(FunctionCaller.text(caller.post(path, event))).doesNotContain("urn:runnel");
    }
  }
}
