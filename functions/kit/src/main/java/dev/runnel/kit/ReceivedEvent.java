package dev.runnel.kit;

import dev.runnel.contract.Event;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The event of a call as Funqy's {@link CloudEvent}, for a function that wants more than the data.
 *
 * @param data the event's data as the function's type, or null when the function takes none
 */
record ReceivedEvent(Event event, @Nullable Object data) implements CloudEvent<@Nullable Object> {
  /** What the specification itself defines, but for {@code datacontenttype}. */
  static final Set<String> CORE =
      Set.of("id", "specversion", "source", "type", "subject", "time", "dataschema");

  @Override
  public String id() {
    return event.id();
  }

  @Override
  public String specVersion() {
    return "1.0";
  }

  @Override
  public String source() {
    return event.source();
  }

  @Override
  public String type() {
    return event.type();
  }

  @Override
  public @Nullable String subject() {
    return event.attribute("subject");
  }

  /** The time to the second's fraction; a leap second counts as the second before it. */
  @Override
  public @Nullable OffsetDateTime time() {
    String time = event.attribute("time");
    return time == null ? null : OffsetDateTime.parse(time.replaceFirst(":60(?=[.Zz+-])", ":59"));
  }

  @Override
  public Map<String, String> extensions() {
    return event.attributes().entrySet().stream()
        .filter(attribute -> !CORE.contains(attribute.getKey()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public @Nullable String dataSchema() {
    return event.attribute("dataschema");
  }

  @Override
  public @Nullable String dataContentType() {
    return event.data().contentType();
  }
}
