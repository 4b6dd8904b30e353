package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import dev.runnel.server.Timeouts;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /dead-letters/rebuild}: has the list of dead letters made anew from the runs' events.
 */
@Singleton
class RebuildRoute {

  private static final String PATH = "/dead-letters/rebuild";

  private final Rebuilding rebuilding;
  private final Timeouts timeouts;

  RebuildRoute(Rebuilding rebuilding, Timeouts timeouts) {
    this.rebuilding = rebuilding;
    this.timeouts = timeouts;
  }

  void mount(Router router) {
    Resource.at(PATH).post(Map.of(), this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters none) {
    var preference = Preference.of(exchange.request().headers().getAll("Prefer"));
    Uni<Answer> rebuilt =
        Uni.createFrom()
            .completionStage(rebuilding::rebuilt)
            .map(unreadable -> preference.appliedTo(answer(unreadable)));
    return timeouts
        .within(rebuilt, preference.patience().orElse(Duration.ZERO), Answer.of(202))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, PATH));
  }

  private static Answer answer(List<String> unreadable) {
    return unreadable.isEmpty()
        ? Answer.of(204)
        : Answer.of(Data.JSON, DeadLetterDocument.unreadable(unreadable));
  }
}
