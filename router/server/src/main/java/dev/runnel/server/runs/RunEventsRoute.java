package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** {@code GET /runs/{id}/events}: a run while it happens, as server-sent events. */
@Singleton
class RunEventsRoute {

  private static final String LAST = "Last-Event-ID";

  /** Readers then know not to come again. */
  private static final Answer OVER = Answer.of(204);

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,9}");

  private final RunAnswers answers;
  private final EventStreams streams;

  RunEventsRoute(RunAnswers answers, EventStreams streams) {
    this.answers = answers;
    this.streams = streams;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id/events").get(this::told).mount(router);
  }

  private Uni<Answer> told(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    String last = http.getHeader(LAST);
    if (last != null && !POSITION.matcher(last).matches()) {
      return Uni.createFrom().item(malformed(http.path()));
    }
    Context connection = exchange.vertx().getOrCreateContext();
    String run = exchange.pathParam("id");
    int seen = last == null ? 0 : Integer.parseInt(last);
    return answers.of(
        run,
        http.path(),
        events -> stream(http, connection, events, seen),
        left -> seen > 0 ? OVER : Answer.of(ServerSentEvent.MEDIA_TYPE, CompactedRun.told(left)));
  }

  private Uni<Answer> stream(
      HttpServerRequest http, Context connection, List<RunEvent> events, int seen) {
    if (events.getLast() instanceof RunEvent.Ended && seen >= events.size()) {
      return Uni.createFrom().item(OVER);
    }
    if (http.method().equals(HttpMethod.HEAD)) {
      return Uni.createFrom().item(Answer.of(ServerSentEvent.MEDIA_TYPE, new byte[0]));
    }
    if (!streams.enter()) {
      return Uni.createFrom().item(tooMany(http.path()));
    }
    String run = ((RunEvent.Began) events.getFirst()).run();
    var stream = new EventStream(streams, run, connection, http.response(), seen);
    connection.runOnContext(_ -> stream.open());
    return Uni.createFrom().nothing(); // the stream is the answer
  }

  private static Answer malformed(String path) {
    String detail = "It is not the id of an event of this stream; leave it out";
    return RunAnswers.refused(Problem.of(ProblemType.MALFORMED_QUERY, detail, LAST), path);
  }

  private static Answer tooMany(String path) {
    String detail = "As many streams as may be are open; come again later, or read the run itself";
    return RunAnswers.refused(Problem.of(ProblemType.TOO_MANY_STREAMS, detail), path);
  }
}
