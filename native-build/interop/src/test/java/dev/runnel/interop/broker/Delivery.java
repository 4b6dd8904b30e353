package dev.runnel.interop.broker;

import java.net.URI;
import java.time.Duration;

/**
 * How a trigger delivers, as its {@code spec.delivery} says.
 *
 * @param subscriber whereto
 * @param retries after the first attempt
 * @param backoff before the first retry; doubled before each other
 * @param timeout of one attempt
 * @param form how the event is written
 */
public record Delivery(URI subscriber, int retries, Duration backoff, Duration timeout, Form form) {

  /** How the event stands in the request. */
  public enum Form {
    BINARY,
    /** In binary mode, the body in chunks of unknown number. */
    BINARY_CHUNKED,
    STRUCTURED
  }

  /** Three quick retries. */
  public static Delivery to(URI subscriber) {
    return new Delivery(subscriber, 3, Duration.ofMillis(20), Duration.ofSeconds(5), Form.BINARY);
  }

  public Delivery withRetries(int other) {
    return new Delivery(subscriber, other, backoff, timeout, form);
  }

  public Delivery withTimeout(Duration other) {
    return new Delivery(subscriber, retries, backoff, other, form);
  }

  public Delivery withForm(Form other) {
    return new Delivery(subscriber, retries, backoff, timeout, other);
  }
}
