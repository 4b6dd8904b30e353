package dev.runnel.server.intake;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.reply.FailureAnswer;
import dev.runnel.server.reply.HttpAnswer;
import dev.runnel.server.reply.Preference;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stop 1: which HTTP request is an event? {@code POST /} takes CloudEvents in binary and structured
 * mode; an event goes on to {@link Admission}.
 */
@ApplicationScoped
public class IntakeRoute {

  /**
   * After live reload; before Quarkus reads bodies in its way, and before every route that an
   * assembled application brings.
   */
  public static final int ORDER = RouteConstants.ROUTE_ORDER_BODY_HANDLER;

  private static final String METHODS = "POST, OPTIONS";

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
    switch (reader.read(http.headers(), BodyReader.bodyOf(request))) {
      case EventReading.Refused(Problem problem) -> HttpAnswer.send(request, problem);
      case EventReading.Read(Event event) ->
          admission
              .admit(event, Preference.of(http.headers().getAll("Prefer")))
              .emitOn(HttpAnswer.eventLoop(request))
              .invoke(reply -> HttpAnswer.send(request, reply))
              .subscribe()
              .with(sent -> {}, failure -> FailureAnswer.broke(request, failure));
    }
  }

  void routes(@Observes Router router) {
    router
        .route("/")
        .order(ORDER)
        .handler(new BodyReader(maxBytes))
        .handler(this::byMethod)
        .failureHandler(FailureAnswer::send);
  }

  private void byMethod(RoutingContext request) {
    switch (request.request().method().name()) {
      case "POST" -> take(request);
      case "OPTIONS" -> HttpAnswer.sendMethods(request, METHODS);
      default -> {
        String detail = "Events are posted: use POST instead of " + request.request().method();
        HttpAnswer.sendOtherMethod(request, METHODS, detail);
      }
    }
  }
}
