package dev.runnel.server;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;

/** A router over the journal in memory takes every string, or refuses it. */
@QuarkusTest
class NaughtyStringsTest extends NaughtyStringsContract {

  @TestHTTPResource URI root = URI.create("/");

  @Override
  protected URI root() {
    return root;
  }
}
