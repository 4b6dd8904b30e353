package dev.runnel.server.invoke.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.run.Failure;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Guards;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Map;
import java.util.function.Consumer;

/** The router's way to call functions over HTTP, guards and all, without the rest of the router. */
final class HttpCaller {

  static final Event EVENT =
      Event.of("1", "/tests", "wanted", Data.json("{\"a\":1}"))
          .with(
              Map.of(
                  "runnelrun", "run-1",
                  "runnelstep", "one",
                  "runnelattempt", "1",
                  "runnelkey", "run-1/one/one",
                  "runneldeadline", "2026-02-28T09:00:30Z",
                  "runnelhops", "0"));

  private final Guards guards;

  HttpCaller(Guards guards) {
    this.guards = guards;
  }

  CallResult call() {
    return call(function("one", ""), EVENT);
  }

  CallResult call(FunctionManifest function, Event event) {
    return guards.call(function, () -> event).await().indefinitely();
  }

  /** A call whose answer is not waited for. */
  UniAssertSubscriber<CallResult> begin(FunctionManifest function) {
    return guards
        .call(function, () -> EVENT)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  /** A call whose answer goes there. */
  Cancellable begin(FunctionManifest function, Consumer<CallResult> answer) {
    return guards.call(function, () -> EVENT).subscribe().with(answer);
  }

  /** A function that is found where the configuration says. */
  static FunctionManifest function(String name, String more) {
    String manifest =
        """
        name: %s
        runtime: http
        handler: http://localhost:1/nobody
        %s
        """
            .formatted(name, more);
    ManifestReading reading = ManifestReader.read("test.yaml", manifest.getBytes(UTF_8));
    if (reading.errors().isEmpty()
        && reading.declared().getFirst().manifest() instanceof FunctionManifest function) {
      return function;
    }
    throw new AssertionError("wrong manifest: " + reading.errors());
  }

  static Failure failure(CallResult result) {
    if (result instanceof CallResult.Failed(Failure failure)) {
      return failure;
    }
    throw new AssertionError("no failure: " + result);
  }

  static CallResult.Succeeded success(CallResult result) {
    if (result instanceof CallResult.Succeeded success) {
      return success;
    }
    throw new AssertionError("no success: " + result);
  }
}
