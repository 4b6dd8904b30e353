package dev.runnel.bench;

import java.io.IOException;
import java.time.Duration;

/** A way to have the same work done by so many callers at once, each of which waits for it. */
interface Calling {

  /** Calls for so long. */
  Answers during(Duration time, int callers) throws IOException, InterruptedException;

  /** Requests over HTTP. */
  static Calling over(Load load) {
    return (time, callers) -> Answers.of(load.run(callers, time));
  }
}
