package dev.runnel.server.intake;

import dev.runnel.contract.BatchReader;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.http.Exchange;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Stop 1: which HTTP request is an event? {@code POST /} takes CloudEvents in binary and structured
 * mode; an event goes on to {@link Admission}. Batches are {@link BatchIntake}'s.
 */
@Singleton
public class IntakeRoute {

  /** Before the routes of other paths: most requests are events. */
  private static final int FIRST = 2;

  private static final String METHODS = "POST, OPTIONS";

  private final Admission admission;
  private final BatchIntake batches;
  private final LargeBodies largeBodies;
  private final WebHooks webHooks;
  private final EventReader reader;
  private final int maxBytes;

  IntakeRoute(
      Admission admission,
      BatchIntake batches,
      LargeBodies largeBodies,
      WebHooks webHooks,
      EventConfig config) {
    this.admission = admission;
    this.batches = batches;
    this.largeBodies = largeBodies;
    this.webHooks = webHooks;
    this.reader = new EventReader(config.limits());
    this.maxBytes = config.maxBytes();
  }

  /** An event goes to stop 2, {@link Admission}; everything else is refused here. */
  private Uni<Answer> take(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    MultiMap headers = http.headers();
    return LargeBodies.include(body.length)
        ? largeBodies
            .read(
                exchange.vertx(),
                body.length,
                () -> reader.read(headers, body),
                EventReading.Refused::new)
            .flatMap(reading -> answer(reading, http))
        : answer(reader.read(headers, body), http);
  }

  private Uni<Answer> answer(EventReading reading, HttpServerRequest http) {
    return switch (reading) {
      case EventReading.Refused(Problem problem) -> refused(problem, http);
      case EventReading.Read(Event event) ->
          admission
              .admit(
                  TraceContext.of(http.headers()).onto(event),
                  Preference.of(http.headers().getAll("Prefer")))
              .map(reply -> parting(reply.answer(http.path()), http));
    };
  }

  /**
   * Who has waited for a run until the router ends is told that the connection ends too, so that
   * nothing more is sent over it. HTTP/2 has its own word for that.
   */
  private Answer parting(Answer answer, HttpServerRequest http) {
    return admission.isOver() && http.version() != HttpVersion.HTTP_2
        ? answer.with("Connection", "close")
        : answer;
  }

  void routes(@Observes @Priority(FIRST) Router router) {
    router.route("/").order(Resource.ORDER).handler(this::answer);
  }

  private void answer(RoutingContext exchange) {
    HttpServerRequest http = exchange.request();
    boolean post = http.method().equals(HttpMethod.POST);
    Optional<WebHooks.Refused> tooSoon = post ? webHooks.refuse(http.headers()) : Optional.empty();
    if (tooSoon.isPresent()) {
      Exchange.answer(exchange, maxBytes, body -> tooSoon(tooSoon.get(), http.path()));
    } else if (post && BatchReader.takes(http.headers())) {
      Exchange.answer(exchange, batches.maxBytes(), body -> batches.take(exchange, body));
    } else {
      Exchange.answer(exchange, maxBytes, body -> byMethod(exchange, body));
    }
  }

  private Uni<Answer> byMethod(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    return switch (http.method().name()) {
      case "POST" -> take(exchange, body);
      case "OPTIONS" ->
          Uni.createFrom()
              .item(webHooks.consent(http.headers(), Answer.of(200).with("Allow", METHODS)));
      default -> {
        String detail = "Events are posted: use POST instead of " + http.method();
        Problem problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail);
        yield refused(problem, http).map(answer -> answer.with("Allow", METHODS));
      }
    };
  }

  private static Uni<Answer> tooSoon(WebHooks.Refused refused, String path) {
    String seconds = Long.toString(refused.pause().plusMillis(999).toSeconds());
    return Uni.createFrom()
        .item(Answer.problem(refused.problem(), path).with("Retry-After", seconds));
  }

  private static Uni<Answer> refused(Problem problem, HttpServerRequest http) {
    return Uni.createFrom().item(Reply.of(problem).answer(http.path()));
  }
}
