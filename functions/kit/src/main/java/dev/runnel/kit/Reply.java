package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.FUNCTION_FAILED;
import static dev.runnel.contract.ProblemType.MALFORMED_REPLY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import java.lang.reflect.Type;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The reply of one function: how what it returned becomes the event that answers a call. */
final class Reply {
  /** The type of an event that carries an outcome and is never an output. */
  static final String OUTCOME = "dev.runnel.outcome";

  private static final Logger LOG = Logger.getLogger(Reply.class);
  private static final EventReader READER = new EventReader(Limits.DEFAULT);
  private static final String OCTETS = "application/octet-stream";

  /** What goes from the call into the answer as it is. */
  private static final List<String> CARRIED_ON = List.of("traceparent", "runnelhops");

  private final FunctionManifest manifest;
  private final List<String> types;
  private final ObjectWriter writer;

  private Reply(FunctionManifest manifest, ObjectWriter writer) {
    this.manifest = manifest;
    this.types = manifest.produces().isEmpty() ? List.of(OUTCOME) : manifest.produces();
    this.writer = writer;
  }

  /** What the function returns, read off its signature and its manifest. */
  static Reply of(FunctionManifest manifest, FunctionInvoker invoker, ObjectMapper json) {
    Type declared = invoker.hasOutput() ? invoker.getOutputType() : Object.class;
    Type inner = Parameter.insideEvent(declared);
    return new Reply(
        manifest, json.writerFor(json.constructType(inner == null ? declared : inner)));
  }

  /** The answer to the call that returned this. */
  FunctionAnswer answer(Event call, @Nullable Object returned) {
    return switch (returned) {
      case null -> new FunctionAnswer.Nothing();
      case CloudEvent<?> event -> event(call, event);
      case Collection<?> several when several.stream().anyMatch(CloudEvent.class::isInstance) ->
          failed(
              Problem.of(
                  FUNCTION_FAILED,
                  "The function returned a list of events; this version answers with one event:"
                      + " return one CloudEvent"));
      default -> value(call, returned);
    };
  }

  private FunctionAnswer value(Event call, Object value) {
    if (types.size() > 1) {
      return failed(
          Problem.of(
              FUNCTION_FAILED,
              "The manifest names several types under produces and the function returned a plain"
                  + " value; return a CloudEvent that says which type it is"));
    }
    return stamped(call, types.getFirst(), Map.of(), value, null);
  }

  private FunctionAnswer event(Event call, CloudEvent<?> event) {
    String type = event.type() == null && types.size() == 1 ? types.getFirst() : event.type();
    if (type == null || !types.contains(type)) {
      return failed(
          Problem.of(
              MALFORMED_REPLY,
              "The function returned an event of a type that its manifest does not name; expected"
                  + " one of "
                  + types,
              "type"));
    }
    return stamped(call, type, attributes(event), event.data(), event.dataContentType());
  }

  private static Map<String, String> attributes(CloudEvent<?> event) {
    var attributes = new TreeMap<String, @Nullable String>();
    if (event.extensions() != null) {
      attributes.putAll(event.extensions());
    }
    attributes.put("subject", event.subject());
    attributes.put("dataschema", event.dataSchema());
    attributes.put(
        "time",
        event.time() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.time()));
    var present = new TreeMap<String, String>();
    attributes.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }

  private FunctionAnswer stamped(
      Event call,
      String type,
      Map<String, String> more,
      @Nullable Object value,
      @Nullable String mediaType) {
    Data data;
    try {
      data = data(value, mediaType);
    } catch (JsonProcessingException e) {
      LOG.errorf(e, "The answer of function %s cannot be written as JSON", manifest.name());
      return failed(
          Problem.of(
              FUNCTION_FAILED,
              "The function's answer cannot be written as JSON; its log says more"));
    }
    var stamps = new TreeMap<String, String>();
    for (String name : CARRIED_ON) {
      String carried = call.attribute(name);
      if (carried != null) {
        stamps.put(name, carried);
      }
    }
    String id = StableId.of(call, manifest.name(), 0);
    stamps.putAll(Event.of(id, "/functions/" + manifest.name(), type, data).attributes());
    return checked(new Event(new TreeMap<>(more), data).with(stamps));
  }

  private Data data(@Nullable Object value, @Nullable String mediaType)
      throws JsonProcessingException {
    return switch (value) {
      case null -> new Data(mediaType, new byte[0]);
      case byte[] bytes -> new Data(mediaType == null ? OCTETS : mediaType, bytes);
      case String text when mediaType != null && !new Data(mediaType, new byte[0]).declaresJson() ->
          new Data(mediaType, text.getBytes(UTF_8));
      default ->
          new Data(mediaType == null ? Data.JSON : mediaType, writer.writeValueAsBytes(value));
    };
  }

  /**
   * An answer is good when whoever gets it reads the same event: one set of rules for both ways.
   */
  private static FunctionAnswer checked(Event answer) {
    var headers = EventWriter.binaryHeaders(answer).entrySet();
    return switch (READER.read(headers, answer.data().bytes())) {
      case EventReading.Read(Event read) when read.equals(answer) ->
          new FunctionAnswer.Answered(answer);
      case EventReading.Read(Event read) ->
          failed(
              Problem.of(
                  MALFORMED_REPLY,
                  "The function returned an event that reads as another one; expected plain"
                      + " attributes and a media type that is not an event's"));
      case EventReading.Refused(Problem problem) ->
          failed(
              Problem.of(
                  MALFORMED_REPLY,
                  "The function returned an event that is not valid: " + problem.detail(),
                  problem.path()));
    };
  }

  private static FunctionAnswer failed(Problem problem) {
    return new FunctionAnswer.Failed(problem, false);
  }
}
