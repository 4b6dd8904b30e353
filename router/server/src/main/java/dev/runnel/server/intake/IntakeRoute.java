package dev.runnel.server.intake;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.reply.FailureAnswer;
import dev.runnel.server.reply.HttpAnswer;
import dev.runnel.server.reply.Preference;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stop 1: which HTTP request is an event? {@code POST /} takes CloudEvents in binary and structured
 * mode; an event goes on to {@link Admission}.
 */
@ApplicationScoped
public class IntakeRoute {

  /** Before every route that an assembled application brings. */
  static final int ORDER = -1000;

  private final Admission admission;
  private final EventReader reader;
  private final int maxBytes;

  IntakeRoute(Admission admission, RunnelConfig.Events config) {
    this.admission = admission;
    this.reader = new EventReader(config.limits());
    this.maxBytes = config.maxBytes();
  }

  /** An event goes to stop 2, {@link Admission}; everything else is refused here. */
  private void take(RoutingContext request) {
    HttpServerRequest http = request.request();
    byte[] body =
        request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
    switch (reader.read(http.headers(), body)) {
      case EventReading.Refused(Problem problem) -> HttpAnswer.send(request, problem);
      case EventReading.Read(Event event) ->
          admission
              .admit(event, Preference.of(http.headers().getAll("Prefer")))
              .subscribe()
              .with(
                  reply -> HttpAnswer.send(request, reply),
                  failure -> FailureAnswer.broke(request, failure));
    }
  }

  void routes(@Observes Router router) {
    router
        .post("/")
        .order(ORDER)
        .handler(BodyHandler.create(false).setBodyLimit(maxBytes))
        .handler(this::take)
        .failureHandler(FailureAnswer::send);
    router.route("/").order(ORDER + 1).handler(IntakeRoute::otherMethod);
  }

  private static void otherMethod(RoutingContext request) {
    request.response().putHeader("Allow", "POST");
    String detail = "Events are posted: use POST instead of " + request.request().method();
    HttpAnswer.send(request, Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail));
  }
}
