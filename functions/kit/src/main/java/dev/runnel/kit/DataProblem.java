package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.MALFORMED_DATA;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.runnel.contract.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why an event's data does not fit a function's parameter. Jackson's own messages quote the data,
 * so only the place and the expected type are taken from them.
 */
final class DataProblem {
  private static final int MAX_POINTER_LENGTH = 256;

  private DataProblem() {}

  static Problem missing(JavaType expected) {
    return Problem.of(
        MALFORMED_DATA, "The event has no data; expected " + name(expected) + " as JSON");
  }

  static Problem notJson(JavaType expected) {
    return Problem.of(
        MALFORMED_DATA,
        "The data's media type is not JSON; expected "
            + name(expected)
            + " as JSON, sent as application/json",
        "datacontenttype");
  }

  static Problem notText() {
    return Problem.of(MALFORMED_DATA, "The data is not valid UTF-8; send it as UTF-8");
  }

  static Problem of(JsonProcessingException failure, JavaType expected) {
    if (failure.getCause() instanceof FunctionProblem own) {
      return own.problem();
    }
    String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
    String position = position(failure.getLocation());
    String detail =
        switch (failure) {
          case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
              "a value is not a valid " + mismatch.getTargetType().getSimpleName();
          case JsonMappingException mapping -> "a value is missing or not acceptable";
          default -> "it is not valid JSON within the limits";
        };
    return Problem.of(
        MALFORMED_DATA,
        "The data cannot be read as " + name(expected) + ": " + detail + " at " + position,
        pointer.isEmpty() ? position : pointer);
  }

  private static String pointer(JsonMappingException failure) {
    var pointer = new StringBuilder();
    for (Reference step : failure.getPath()) {
      String name = step.getFieldName();
      pointer.append('/').append(name == null ? step.getIndex() : escaped(name));
      if (pointer.length() > MAX_POINTER_LENGTH) {
        return pointer.substring(0, MAX_POINTER_LENGTH);
      }
    }
    return pointer.toString();
  }

  /** RFC 6901, section 3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String position(@Nullable JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? "an unknown place"
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String name(JavaType type) {
    return type.getRawClass().getSimpleName();
  }
}
