package dev.runnel.server;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the running router has: a caller, functions and a journal to script. */
abstract class RouterTest {

  @TestHTTPResource URI root = URI.create("/");

  @Inject ScriptedFunctions functions;

  @Inject ScriptedJournal journal;

  Poster poster = new Poster(root);

  @BeforeEach
  void begin() {
    poster = new Poster(root);
    functions.reset();
  }

  @AfterEach
  void repair() {
    journal.breaks(ScriptedJournal.Fault.NONE);
  }
}
