package dev.runnel.server.state;

import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedState.Brief;
import dev.runnel.server.resource.Paging;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code /state/{function}}: which keys there are, page by page. */
@Singleton
class KeyListRoute {

  private static final int NOT_MODIFIED = 304;

  private final Access access;
  private final KeyedState state;

  KeyListRoute(Access access, KeyedState state) {
    this.access = access;
    this.state = state;
  }

  Resource at(String path) {
    return Resource.at(path).get((exchange, body) -> list(exchange));
  }

  private Uni<Answer> list(RoutingContext exchange) {
    HttpServerRequest http = exchange.request();
    return access.admit(
        http,
        exchange.pathParam("function"),
        capability ->
            switch (Parameters.read(http.uri(), KeyPage.KINDS)) {
              case Parameters.Reading.Refused(var problem) ->
                  Uni.createFrom().item(Answer.problem(problem, http.path()));
              case Parameters.Reading.Read(Parameters asked) ->
                  list(capability, new KeyPage(http.path(), asked), http);
            });
  }

  private Uni<Answer> list(String capability, KeyPage page, HttpServerRequest http) {
    return state.list(page.of(capability)).map(keys -> shown(keys, page, http));
  }

  private static Answer shown(List<Brief> keys, KeyPage page, HttpServerRequest http) {
    byte[] document = page.document(keys);
    String tag = Tag.of(document);
    Answer answer =
        Tag.isKnown(http.headers(), tag)
            ? Answer.of(NOT_MODIFIED)
            : Paging.answer(document, page.next(keys));
    return answer.with("ETag", tag);
  }
}
