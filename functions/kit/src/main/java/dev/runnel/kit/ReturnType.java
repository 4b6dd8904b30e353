package dev.runnel.kit;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.util.Collection;

/**
 * What a function's method says that it returns, and how that is written.
 *
 * @param severalEvents whether it is a collection of events, so that an empty one holds no event
 *     instead of being an empty value
 * @param values writes a plain value
 * @param data writes the data of an event
 */
record ReturnType(boolean severalEvents, ObjectWriter values, ObjectWriter data) {

  static ReturnType of(JavaType declared, ObjectMapper json) {
    JavaType each = declared.isCollectionLikeType() ? declared.getContentType() : declared;
    if (!each.isTypeOrSubTypeOf(CloudEvent.class)) {
      return new ReturnType(false, json.writerFor(declared), json.writer());
    }
    JavaType data = each.findSuperType(CloudEvent.class).containedTypeOrUnknown(0);
    return new ReturnType(declared.isCollectionLikeType(), json.writer(), json.writerFor(data));
  }

  /** Whether a collection that was returned is events, and not one value. */
  boolean holdsEvents(Collection<?> returned) {
    return severalEvents || returned.stream().anyMatch(CloudEvent.class::isInstance);
  }
}
