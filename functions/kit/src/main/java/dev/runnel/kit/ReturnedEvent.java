package dev.runnel.kit;

import dev.runnel.contract.RunnelExtensions;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as a function returned it: what it said, before the kit adds what functions do not say.
 *
 * @param type the event's type, or null where the function named none
 * @param attributes what else it said of the event, without what is Runnel's to say
 * @param value the data, not yet written
 * @param mediaType the data's media type, or null where the function named none
 */
record ReturnedEvent(
    @Nullable String type,
    Map<String, String> attributes,
    @Nullable Object value,
    @Nullable String mediaType) {

  ReturnedEvent {
    attributes = Map.copyOf(attributes);
  }

  /** A plain value, of which nothing else is said. */
  static ReturnedEvent of(Object value) {
    return new ReturnedEvent(null, Map.of(), value, null);
  }

  /** Whether the function said nothing of the event but its data. */
  boolean isPlain() {
    return type == null && attributes.isEmpty() && mediaType == null;
  }

  static ReturnedEvent of(CloudEvent<?> event) {
    return new ReturnedEvent(
        event.type(), attributes(event), event.data(), event.dataContentType());
  }

  private static Map<String, String> attributes(CloudEvent<?> event) {
    var attributes = new TreeMap<String, @Nullable String>();
    if (event.extensions() != null) {
      attributes.putAll(event.extensions());
    }
    attributes.remove("datacontenttype"); // the data's own, also where a call's was handed on
    attributes.put("subject", event.subject());
    attributes.put("dataschema", event.dataSchema());
    attributes.put(
        "time",
        event.time() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.time()));
    var present = new TreeMap<String, String>();
    attributes.forEach(
        (name, value) -> {
          if (value != null && !RunnelExtensions.include(name)) {
            present.put(name, value);
          }
        });
    return present;
  }
}
