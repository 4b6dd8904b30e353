package dev.runnel.server.intake;

import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.reply.BatchReply;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stop 1 for many events in one request: each goes on to {@link Admission} as if it had come alone,
 * and the answer says what became of each. Nobody waits for runs here.
 */
@ApplicationScoped
class BatchIntake {

  /** Events of one batch that are at the journal at the same time. */
  private static final int AT_ONCE = 16;

  private static final Preference NOT_TO_WAIT = Preference.of(List.of());

  /** One element of a batch, and where it stands. */
  private record Element(int place, EventReading reading) {}

  private final Admission admission;
  private final BatchReader reader;
  private final int maxBytes;

  BatchIntake(Admission admission, RunnelConfig.Events event, RunnelConfig.Batches config) {
    this.admission = admission;
    this.reader = new BatchReader(event.limits(), config.maxBytes(), config.maxEvents());
    this.maxBytes = config.maxBytes();
  }

  int maxBytes() {
    return maxBytes;
  }

  /** Reads on a worker thread, as a batch may be large; the rest happens on the event loop. */
  Uni<Answer> take(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    TraceContext trace = TraceContext.of(http.headers());
    Context connection = exchange.vertx().getOrCreateContext();
    return Uni.createFrom()
        .item(() -> reader.read(body))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(command -> connection.runOnContext(_ -> command.run()))
        .flatMap(reading -> answer(reading, trace, http.path()));
  }

  private Uni<Answer> answer(BatchReading reading, TraceContext trace, String path) {
    return switch (reading) {
      case BatchReading.Refused(Problem problem) ->
          Uni.createFrom().item(Reply.of(problem).answer(path));
      case BatchReading.Read(List<EventReading> events) ->
          replies(events, trace).map(replies -> BatchReply.inOrder(replies).answer(path));
    };
  }

  private Uni<List<BatchReply.Part>> replies(List<EventReading> events, TraceContext trace) {
    return Multi.createFrom()
        .items(IntStream.range(0, events.size()).mapToObj(i -> new Element(i, events.get(i))))
        .onItem()
        .transformToUni(element -> part(element, trace))
        .merge(AT_ONCE)
        .collect()
        .asList();
  }

  private Uni<BatchReply.Part> part(Element element, TraceContext trace) {
    return Uni.createFrom()
        .deferred(() -> reply(element.reading(), trace))
        .onFailure()
        .recoverWithItem(BatchIntake::broken)
        .map(reply -> new BatchReply.Part(element.place(), reply));
  }

  private Uni<Reply> reply(EventReading reading, TraceContext trace) {
    return switch (reading) {
      case EventReading.Refused(Problem problem) -> Uni.createFrom().item(Reply.of(problem));
      case EventReading.Read(Event event) -> admission.admit(trace.onto(event), NOT_TO_WAIT);
    };
  }

  /** Nothing here is meant to fail; should one event do it, the others keep their answers. */
  private static Reply broken(Throwable bug) {
    Log.errorf(bug, "An event of a batch could not be answered");
    return Reply.of(Problem.of(ProblemType.INTERNAL, "The log of the router says more"));
  }
}
