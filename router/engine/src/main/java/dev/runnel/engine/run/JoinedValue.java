package dev.runnel.engine.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The value of a chain, made of its members'. What is made is no larger than an event may be. */
sealed interface JoinedValue {

  JsonFactory JSON = new JsonFactory();

  record Made(Data value) implements JoinedValue {}

  /** The members' values do not fit together. */
  record Unusable(Problem problem) implements JoinedValue {}

  /** Of the values that count, in the chain's order. */
  static JoinedValue of(Aggregate how, SequencedMap<String, Data> values) {
    return switch (how) {
      case Aggregate.Last _, Aggregate.First _ -> new Made(values.lastEntry().getValue());
      case Aggregate.All _, Aggregate.Quorum _ -> isTooMuch(values) ? tooLarge() : object(values);
      case Aggregate.Merge _ -> isTooMuch(values) ? tooLarge() : merged(values);
    };
  }

  private static JoinedValue object(SequencedMap<String, Data> values) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      for (Map.Entry<String, Data> value : values.entrySet()) {
        out.writeFieldName(value.getKey());
        JsonText.writeValue(value.getValue(), out);
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a value could not be written to memory", e);
    }
    return bounded(new Data(Data.JSON, bytes.toByteArray()));
  }

  private static JoinedValue merged(SequencedMap<String, Data> values) {
    Optional<String> misfit =
        values.entrySet().stream()
            .filter(value -> !isObject(value.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    List<String> documents = values.values().stream().map(Data::text).toList();
    return misfit
        .map(JoinedValue::noObject)
        .orElseGet(() -> bounded(Data.json(MergePatch.merge(documents))));
  }

  private static boolean isObject(Data value) {
    return value.declaresJson()
        && value.text().strip().startsWith("{")
        && JsonText.valid(value.bytes(), Limits.DEFAULT);
  }

  /** Looked at before anything is made of them. */
  private static boolean isTooMuch(SequencedMap<String, Data> values) {
    long bytes = values.values().stream().mapToLong(value -> value.bytes().length).sum();
    return bytes > Limits.DEFAULT.bytes();
  }

  private static JoinedValue bounded(Data value) {
    return JsonText.valid(value.bytes(), Limits.DEFAULT) ? new Made(value) : tooLarge();
  }

  private static JoinedValue tooLarge() {
    String detail =
        ("The members' values together are more than %d bytes, %d JSON tokens or %d levels;"
                + " let them answer less")
            .formatted(
                Limits.DEFAULT.bytes(), Limits.DEFAULT.jsonTokens(), Limits.DEFAULT.jsonDepth());
    return new Unusable(Problem.of(ProblemType.TOO_LARGE, detail));
  }

  private static JoinedValue noObject(String member) {
    String detail =
        ("The value of %s is no JSON object; merge takes objects only, so let it answer one or"
                + " choose another aggregate")
            .formatted(member);
    return new Unusable(Problem.of(ProblemType.MALFORMED_REPLY, detail));
  }
}
