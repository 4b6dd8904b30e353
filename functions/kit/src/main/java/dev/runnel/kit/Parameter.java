package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.kit.ParameterReading.Unreadable;
import dev.runnel.kit.ParameterReading.Value;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The parameter of one function: what it is made of, and how an event's data becomes it. */
final class Parameter {
  private final Form form;
  private final boolean wholeEvent;
  private final JavaType type;
  private final ObjectReader reader;

  private Parameter(Form form, boolean wholeEvent, JavaType type, ObjectReader reader) {
    this.form = form;
    this.wholeEvent = wholeEvent;
    this.type = type;
    this.reader = reader;
  }

  /** What the function takes, read off its signature. */
  static Parameter of(FunctionInvoker invoker, ObjectMapper json) {
    Type declared = invoker.hasInput() ? invoker.getInputType() : Void.class;
    Type inner = insideEvent(declared);
    JavaType type = json.constructType(inner == null ? declared : inner);
    return new Parameter(Form.of(type.getRawClass()), inner != null, type, json.readerFor(type));
  }

  /** The T of a {@code CloudEvent<T>}, or null for every other type. */
  static @Nullable Type insideEvent(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == CloudEvent.class
        ? generic.getActualTypeArguments()[0]
        : null;
  }

  /** The parameter for a call with this event. */
  ParameterReading read(Event event) {
    return switch (value(event.data())) {
      case Value(Object value) when wholeEvent -> new Value(new ReceivedEvent(event, value));
      case Value value -> value;
      case Unreadable unreadable -> unreadable;
    };
  }

  private ParameterReading value(Data data) {
    return switch (form) {
      case NOTHING -> new Value(null);
      case BYTES -> new Value(data.bytes());
      case TEXT -> data.contentType() == null || data.declaresJson() ? json(data) : text(data);
      case JSON -> json(data);
    };
  }

  private static ParameterReading text(Data data) {
    try {
      return new Value(UTF_8.newDecoder().decode(ByteBuffer.wrap(data.bytes())).toString());
    } catch (CharacterCodingException e) {
      return new Unreadable(DataProblem.notText());
    }
  }

  private ParameterReading json(Data data) {
    if (data.contentType() != null && !data.declaresJson()) {
      return new Unreadable(DataProblem.notJson(type));
    }
    if (data.isEmpty()) {
      return new Unreadable(DataProblem.missing(type));
    }
    try {
      Object value = reader.readValue(data.bytes());
      return value == null ? new Unreadable(DataProblem.missing(type)) : new Value(value);
    } catch (JsonProcessingException e) {
      return new Unreadable(DataProblem.of(e, type));
    } catch (IOException e) {
      return new Unreadable(DataProblem.notText());
    }
  }

  /** What the data is read as. */
  private enum Form {
    NOTHING,
    BYTES,
    TEXT,
    JSON;

    static Form of(Class<?> type) {
      if (type == Void.class) {
        return NOTHING;
      }
      if (type == byte[].class) {
        return BYTES;
      }
      return type == String.class ? TEXT : JSON;
    }
  }
}
