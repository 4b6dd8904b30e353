package dev.runnel.server.explain;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.intake.Admission;
import dev.runnel.server.intake.TraceContext;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * {@code POST /explain}: who would want an event, and what would run. It is read and refused as
 * where events enter; nothing runs, and nobody remembers it.
 */
@Singleton
class ExplainRoute {

  private final Inquiries inquiries;
  private final Admission admission;
  private final Aside aside;
  private final EventReader reader;
  private final int maxBytes;

  ExplainRoute(Inquiries inquiries, Admission admission, Aside aside, EventConfig config) {
    this.inquiries = inquiries;
    this.admission = admission;
    this.aside = aside;
    this.reader = new EventReader(config.limits());
    this.maxBytes = config.maxBytes();
  }

  void routes(@Observes Router router) {
    Resource.at("/explain").on("POST", maxBytes, this::asked).mount(router);
  }

  private Uni<Answer> asked(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    return switch (Parameters.read(http.uri(), Question.KINDS)) {
      case Parameters.Reading.Refused(Problem problem) ->
          Uni.createFrom().item(Answer.problem(problem, http.path()));
      case Parameters.Reading.Read(Parameters asked) ->
          inquiries.answer(
              http,
              asked,
              inquiry -> aside.make(() -> answer(http, body, inquiry), inquiry.path()));
    };
  }

  private Answer answer(HttpServerRequest http, byte[] body, Inquiry inquiry) {
    return switch (reader.read(http.headers(), body)) {
      case EventReading.Refused(Problem problem) -> inquiry.refused(problem);
      case EventReading.Read(Event event) ->
          answer(TraceContext.of(http.headers()).onto(event), inquiry);
    };
  }

  private Answer answer(Event event, Inquiry inquiry) {
    return admission
        .refusal(event)
        .map(refusal -> refusal.answer(inquiry.path()))
        .or(() -> inquiry.unknown(Set.of()))
        .orElseGet(() -> inquiry.told(Account.of(event, inquiry.now(), inquiry.question())));
  }
}
