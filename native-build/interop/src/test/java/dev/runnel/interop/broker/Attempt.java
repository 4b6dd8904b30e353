package dev.runnel.interop.broker;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one delivery.
 *
 * @param event what was delivered
 * @param status the subscriber's, 500 where there was no answer, 502 where the answer was no event
 * @param body of the answer, or what was wrong with it
 * @param retryAfter what the subscriber asked for; nothing where it did not
 * @param reply the event in the answer
 */
@SuppressWarnings("ArrayRecordComponent") // attempts are never compared
public record Attempt(
    CloudEvent event, int status, byte[] body, Duration retryAfter, Optional<CloudEvent> reply) {

  Verdict verdict() {
    return Verdict.on(status);
  }
}
