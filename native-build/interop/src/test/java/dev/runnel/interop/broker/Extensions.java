package dev.runnel.interop.broker;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;

/** The extensions that Knative's brokers put on events. */
public final class Extensions {

  /** How often an event's replies may still go round. */
  public static final String TTL = "knativebrokerttl";

  public static final String ARRIVAL = "knativearrivaltime";

  /** On dead letters: where delivery failed, with which code, and how the answer began. */
  public static final String ERROR_DEST = "knativeerrordest";

  public static final String ERROR_CODE = "knativeerrorcode";
  public static final String ERROR_DATA = "knativeerrordata";

  static final int FIRST_TTL = 255;

  /** Knative keeps so much of an answer. */
  private static final int MAX_ERROR_DATA = 1024;

  private Extensions() {}

  /** The replies that may still follow from this event. */
  public static int ttl(CloudEvent event) {
    Object ttl = event.getExtension(TTL);
    return ttl == null ? FIRST_TTL : Integer.parseInt(ttl.toString());
  }

  static CloudEvent arrived(CloudEvent event, int ttl) {
    return CloudEventBuilder.v1(event)
        .withExtension(TTL, ttl)
        .withExtension(ARRIVAL, OffsetDateTime.now(ZoneOffset.UTC))
        .build();
  }

  static CloudEvent dead(Attempt last, URI destination) {
    byte[] beginning = Arrays.copyOf(last.body(), Math.min(last.body().length, MAX_ERROR_DATA));
    return CloudEventBuilder.v1(last.event())
        .withExtension(ERROR_DEST, destination.toString())
        .withExtension(ERROR_CODE, last.status())
        .withExtension(ERROR_DATA, Base64.getEncoder().encodeToString(beginning))
        .build();
  }
}
