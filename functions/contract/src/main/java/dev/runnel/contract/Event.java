package dev.runnel.contract;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0. Attributes are held as the canonical strings of section 3.3 of the
 * specification, under their lower-case names; {@code datacontenttype} is the data's media type and
 * stands there only.
 *
 * @param attributes context attributes and extensions, without {@code datacontenttype}
 * @param data the body; {@link Data#NONE} when there is none
 */
public record Event(SortedMap<String, String> attributes, Data data) {

  /** Types of the events that Runnel itself emits begin so. */
  public static final String LIFECYCLE = "dev.runnel.";

  public Event {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** An event with the four required attributes and nothing else. */
  public static Event of(String id, String source, String type, Data data) {
    var attributes = new TreeMap<String, String>();
    attributes.put("specversion", "1.0");
    attributes.put("id", id);
    attributes.put("source", source);
    attributes.put("type", type);
    return new Event(attributes, data);
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
    return name.equals("datacontenttype") ? data.contentType() : attributes.get(name);
  }

  /** Whether it tells of Runnel's own doings; reaches only functions that ask for such events. */
  public boolean isLifecycle() {
    return type().startsWith(LIFECYCLE);
  }

  /** This event with further attributes; those of the same name are replaced. */
  public Event with(Map<String, String> more) {
    var merged = new TreeMap<>(attributes);
    merged.putAll(more);
    return new Event(merged, data);
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
