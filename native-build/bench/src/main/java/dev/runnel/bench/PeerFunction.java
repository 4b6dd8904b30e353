package dev.runnel.bench;

import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;

/** What Google's functions-framework for Java runs: it takes an event, and answers nothing. */
public final class PeerFunction implements CloudEventsFunction {

  @Override
  public void accept(CloudEvent event) {
    if (event.getData() == null) {
      throw new IllegalArgumentException("an event without data");
    }
  }
}
