package dev.runnel.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0. Attributes are held as the canonical strings of section 3.3 of the
 * specification, under their lower-case names; {@code datacontenttype} is the data's media type and
 * stands there only.
 *
 * @param attributes context attributes and extensions by name, in the names' order, without {@code
 *     datacontenttype}
 * @param data the body; {@link Data#NONE} when there is none
 */
public record Event(Map<String, String> attributes, Data data) {

  /** Types of the events that Runnel itself emits begin so. */
  public static final String LIFECYCLE = "dev.runnel.";

  public Event {
    attributes = AttributeMap.of(attributes);
  }

  /** An event with the four required attributes and nothing else. */
  public static Event of(String id, String source, String type, Data data) {
    return new Event(Map.of("specversion", "1.0", "id", id, "source", source, "type", type), data);
  }

  public String id() {
    return required("id");
  }

  public String source() {
    return required("source");
  }

  public String type() {
    return required("type");
  }

  /** The attribute of this name, {@code datacontenttype} included, or null when it is absent. */
  public @Nullable String attribute(String name) {
    String value = attributes.get(name);
    return value == null && name.equals("datacontenttype") ? data.contentType() : value;
  }

  /** Whether it tells of Runnel's own doings; reaches only functions that ask for such events. */
  public boolean isLifecycle() {
    return type().startsWith(LIFECYCLE);
  }

  /** This event with further attributes; those of the same name are replaced. */
  public Event with(Map<String, String> more) {
    return new Event(AttributeMap.of(attributes).with(more), data);
  }

  /** This event with other data. */
  public Event with(Data other) {
    return new Event(attributes, other);
  }

  private String required(String name) {
    String value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("an event without " + name + " was built");
    }
    return value;
  }
}
