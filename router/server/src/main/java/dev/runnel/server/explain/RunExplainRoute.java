package dev.runnel.server.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.journal.RunBrief;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /runs/{id}/explain}: why a run has the steps that it has, and no others. */
@Singleton
class RunExplainRoute {

  private final Inquiries inquiries;
  private final RunAnswers answers;
  private final Aside aside;

  RunExplainRoute(Inquiries inquiries, RunAnswers answers, Aside aside) {
    this.inquiries = inquiries;
    this.answers = answers;
    this.aside = aside;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id/explain").get(Question.KINDS, this::asked).mount(router);
  }

  private Uni<Answer> asked(RoutingContext exchange, Parameters asked) {
    String run = exchange.pathParam("id");
    return inquiries.answer(
        exchange.request(),
        asked,
        inquiry ->
            answers.of(
                run,
                inquiry.path(),
                events -> aside.make(() -> answer(events, inquiry), inquiry.path()),
                left -> compacted(left, inquiry)));
  }

  private static Answer answer(List<RunEvent> events, Inquiry inquiry) {
    var began = (RunEvent.Began) events.getFirst();
    return inquiry
        .unknown(Cast.of(began).names())
        .orElseGet(() -> inquiry.told(Account.of(began, inquiry.now(), inquiry.question())));
  }

  private static Answer compacted(RunBrief left, Inquiry inquiry) {
    return switch (inquiry.form()) {
      case JSON -> RunAnswers.document(left).with("Vary", "Accept");
      case TEXT -> inquiry.form().answer(AccountText.of(left).getBytes(UTF_8));
    };
  }
}
