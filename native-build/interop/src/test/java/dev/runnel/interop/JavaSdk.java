package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.types.Time;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The CloudEvents SDK for Java, as a sender over the JDK's HTTP client. */
final class JavaSdk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How an event goes out, and what happens to its headers between the SDK and the client. */
  enum Mode {
    /** As the SDK writes them: it encodes nothing. */
    BINARY,
    /** Encoded as the specification wants them, which the SDK leaves to its user. */
    BINARY_ENCODED,
    STRUCTURED
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonFormat json = new JsonFormat();
  private final URI router;

  JavaSdk(URI router) {
    this.router = router;
  }

  /** The row as the SDK's builder takes it. */
  static CloudEvent event(SampleEvent row, String sender) {
    Event meant = row.event(sender);
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(meant.id())
            .withSource(URI.create(meant.source()))
            .withType(meant.type())
            .withSubject(meant.attribute("subject"))
            .withTime(OffsetDateTime.parse(String.valueOf(meant.attribute("time"))));
    String schema = meant.attribute("dataschema");
    if (schema != null) {
      builder.withDataSchema(URI.create(schema));
    }
    if (meant.data().contentType() != null) {
      builder.withData(meant.data().contentType(), meant.data().bytes());
    }
    row.extensions().forEach((name, value) -> extend(builder, name, value));
    return builder.build();
  }

  HttpResponse<byte[]> post(CloudEvent event, Mode mode, String prefer) {
    HttpRequest.Builder request = request().header("Prefer", prefer);
    UnaryOperator<String> headers =
        mode == Mode.BINARY_ENCODED ? HeaderText::encode : UnaryOperator.identity();
    var writer =
        HttpMessageFactory.createWriter(
            (name, value) ->
                request.header(name, name.startsWith("ce-") ? headers.apply(value) : value),
            body -> request.POST(publisher(body)));
    if (mode == Mode.STRUCTURED) {
      writer.writeStructured(event, json);
    } else {
      writer.writeBinary(event);
    }
    return send(request.build());
  }

  /** The SDK knows no batches: an array of what it writes for each event. */
  HttpResponse<byte[]> postBatch(List<CloudEvent> events) {
    List<String> texts = events.stream().map(e -> new String(json.serialize(e), UTF_8)).toList();
    String batch = "[" + String.join(",", texts) + "]";
    return send(
        request()
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(BodyPublishers.ofString(batch))
            .build());
  }

  /** What the SDK makes of an answer whose headers were decoded for it, which it does not do. */
  static CloudEvent read(HttpResponse<byte[]> answer) {
    var headers = new TreeMap<String, List<String>>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.put(
                    name,
                    name.startsWith("ce-")
                        ? values.stream().map(HeaderText::decode).toList()
                        : values));
    return HttpMessageFactory.createReaderFromMultimap(headers, answer.body()).toEvent();
  }

  /** What the SDK read, in Runnel's words. */
  static Event asEvent(CloudEvent read) {
    SortedMap<String, String> attributes = new TreeMap<>();
    var names = new ArrayList<>(read.getAttributeNames());
    names.remove("datacontenttype");
    names.forEach(name -> attributes.put(name, text(read.getAttribute(name))));
    read.getExtensionNames().forEach(name -> attributes.put(name, text(read.getExtension(name))));
    CloudEventData data = read.getData();
    return new Event(
        attributes,
        new Data(read.getDataContentType(), data == null ? new byte[0] : data.toBytes()));
  }

  @Override
  public void close() {
    http.close();
  }

  private static String text(Object value) {
    return value instanceof OffsetDateTime time ? Time.writeTime(time) : value.toString();
  }

  private static void extend(CloudEventBuilder builder, String name, JsonNode value) {
    if (value.isBoolean()) {
      builder.withExtension(name, value.booleanValue());
    } else if (value.isInt()) {
      builder.withExtension(name, value.intValue());
    } else {
      builder.withExtension(name, value.textValue());
    }
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(router).timeout(PATIENCE);
  }

  private static BodyPublisher publisher(byte[] body) {
    return Stream.ofNullable(body)
        .map(BodyPublishers::ofByteArray)
        .findFirst()
        .orElseGet(BodyPublishers::noBody);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
