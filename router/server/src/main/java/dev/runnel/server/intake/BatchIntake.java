package dev.runnel.server.intake;

import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import dev.runnel.server.config.BatchConfig;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.reply.BatchReply;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stop 1 for many events in one request: they go on to {@link Admission} together, and the answer
 * says what became of each. Nobody waits for runs here.
 */
@Singleton
class BatchIntake {

  private final Admission admission;
  private final LargeBodies largeBodies;
  private final BatchReader reader;
  private final int maxBytes;

  BatchIntake(Admission admission, LargeBodies largeBodies, EventConfig event, BatchConfig config) {
    this.admission = admission;
    this.largeBodies = largeBodies;
    this.reader = new BatchReader(event.limits(), config.maxBytes(), config.maxEvents());
    this.maxBytes = config.maxBytes();
  }

  int maxBytes() {
    return maxBytes;
  }

  /** Batches are read as large bodies are; the rest happens on the event loop. */
  Uni<Answer> take(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    TraceContext trace = TraceContext.of(http.headers());
    return largeBodies
        .read(exchange.vertx(), body.length, () -> reader.read(body), BatchReading.Refused::new)
        .flatMap(reading -> answer(reading, trace, http.path()));
  }

  private Uni<Answer> answer(BatchReading reading, TraceContext trace, String path) {
    return switch (reading) {
      case BatchReading.Refused(Problem problem) ->
          Uni.createFrom().item(Reply.of(problem).answer(path));
      case BatchReading.Read(List<EventReading> events) ->
          replies(events, trace).map(replies -> new BatchReply(replies).answer(path));
    };
  }

  private Uni<List<Reply>> replies(List<EventReading> readings, TraceContext trace) {
    List<Event> events =
        readings.stream()
            .flatMap(
                reading ->
                    reading instanceof EventReading.Read(Event event)
                        ? Stream.of(event)
                        : Stream.empty())
            .map(trace::onto)
            .toList();
    return admission.admit(events).map(replies -> inOrder(readings, replies.iterator()));
  }

  private static List<Reply> inOrder(List<EventReading> readings, Iterator<Reply> replies) {
    return readings.stream()
        .map(
            reading ->
                switch (reading) {
                  case EventReading.Refused(Problem problem) -> Reply.of(problem);
                  case EventReading.Read read -> replies.next();
                })
        .toList();
  }
}
