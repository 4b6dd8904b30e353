package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.FunctionManifest;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reply of one function: how what it returned becomes the events that answer a call. */
final class Reply {
  private static final String OCTETS = "application/octet-stream";

  /** What goes from the call into each event as it is. */
  private static final List<String> CARRIED_ON = List.of("traceparent", RunnelExtensions.HOPS);

  private final FunctionManifest manifest;
  private final List<String> types;
  private final ReturnType returned;

  private Reply(FunctionManifest manifest, ReturnType returned) {
    this.manifest = manifest;
    this.types = manifest.produces().isEmpty() ? List.of(Outcome.EVENT_TYPE) : manifest.produces();
    this.returned = returned;
  }

  /** What the function returns, read off its signature and its manifest. */
  static Reply of(FunctionManifest manifest, FunctionInvoker invoker, ObjectMapper json) {
    JavaType declared =
        json.constructType(invoker.hasOutput() ? invoker.getOutputType() : Object.class);
    return new Reply(manifest, ReturnType.of(declared, json));
  }

  /** The answer to the call that returned this. */
  FunctionAnswer answer(Event call, @Nullable Object value) {
    try {
      return new FunctionAnswer.Answered(events(call, value));
    } catch (UnusableAnswer unusable) {
      return new FunctionAnswer.Failed(unusable.problem(), false);
    }
  }

  private List<Event> events(Event call, @Nullable Object value) throws UnusableAnswer {
    return switch (value) {
      case null -> List.of();
      case CloudEvent<?> event -> List.of(event(call, ReturnedEvent.of(event), 0));
      case Collection<?> several when returned.holdsEvents(several) -> several(call, several);
      default -> List.of(plain(call, value));
    };
  }

  private Event plain(Event call, Object value) throws UnusableAnswer {
    if (types.size() > 1) {
      throw UnusableAnswer.failed(
          "The manifest names several types under produces and the function returned a plain"
              + " value; return a CloudEvent that says which type it is");
    }
    return stamped(call, ReturnedEvent.of(value), types.getFirst(), 0, returned.values());
  }

  private List<Event> several(Event call, Collection<?> returnedEvents) throws UnusableAnswer {
    if (manifest.produces().isEmpty() && returnedEvents.size() > 1) {
      throw UnusableAnswer.malformed(
          "The function returned several events and its manifest produces none; name their types"
              + " under produces, or return one value");
    }
    var events = new ArrayList<Event>();
    var limit = new AnswerLimit();
    for (Object each : returnedEvents) {
      if (!(each instanceof CloudEvent<?> event)) {
        throw UnusableAnswer.malformed(
            "The function returned events and something else in one list; expected a CloudEvent at"
                + " every place");
      }
      Event next = event(call, ReturnedEvent.of(event), events.size());
      limit.admit(next);
      events.add(next);
    }
    AnswerLimit.checkTogether(events);
    return events;
  }

  private Event event(Event call, ReturnedEvent event, int place) throws UnusableAnswer {
    String type = event.type() == null && types.size() == 1 ? types.getFirst() : event.type();
    if (type == null || !types.contains(type)) {
      throw UnusableAnswer.malformed(
          "The function returned an event of a type that its manifest does not name; expected one"
              + " of "
              + types,
          "type");
    }
    return stamped(call, event, type, place, returned.data());
  }

  private Event stamped(
      Event call, ReturnedEvent event, String type, int place, ObjectWriter writer)
      throws UnusableAnswer {
    Data data = data(call, event, writer);
    var attributes = new TreeMap<>(event.attributes());
    for (String name : CARRIED_ON) {
      String carried = call.attribute(name);
      if (carried != null) {
        attributes.putIfAbsent(name, carried);
      }
    }
    String id = StableId.of(call, manifest.name(), place);
    attributes.putAll(Event.of(id, "/functions/" + manifest.name(), type, data).attributes());
    var answer = new Event(attributes, data);
    return event.isPlain() ? AnswerLimit.fitting(answer) : AnswerLimit.checked(answer);
  }

  private Data data(Event call, ReturnedEvent event, ObjectWriter writer) throws UnusableAnswer {
    String mediaType = event.mediaType();
    try {
      return switch (event.value()) {
        case null -> new Data(mediaType, new byte[0]);
        case byte[] bytes -> new Data(mediaType == null ? OCTETS : mediaType, bytes);
        case String text
            when mediaType != null && !new Data(mediaType, new byte[0]).declaresJson() ->
            new Data(mediaType, text.getBytes(UTF_8));
        case Object value ->
            new Data(mediaType == null ? Data.JSON : mediaType, writer.writeValueAsBytes(value));
      };
    } catch (JsonProcessingException e) {
      Failures.log(manifest.name(), call, e);
      throw UnusableAnswer.failed(
          "The function's answer cannot be written as JSON; its log says more");
    }
  }
}
