package dev.runnel.server.state;

import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.state.copy.CopiedState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** {@code /state/{function}/{key}}: one value, read, put or deleted. */
@Singleton
class KeyRoute {

  private final Access access;
  private final CopiedState state;

  KeyRoute(Access access, CopiedState state) {
    this.access = access;
    this.state = state;
  }

  Resource at(String path) {
    return Resource.at(path)
        .get((exchange, body) -> access.asked(exchange, KeyRequest.READING, this::read))
        .on(
            "PUT",
            KeyedState.LARGEST_BODY,
            (exchange, body) ->
                access.asked(exchange, KeyRequest.WRITING, request -> write(request, body)))
        .on(
            "DELETE",
            Resource.NO_BODY,
            (exchange, body) -> access.asked(exchange, KeyRequest.REMOVING, this::remove));
  }

  private Uni<Answer> read(KeyRequest request) {
    return (request.consistent()
            ? state.readConsistently(request.key())
            : state.read(request.key()))
        .map(entry -> KeyAnswers.found(entry, request.http()))
        .map(answer -> KeyAnswers.owned(answer, state.owner(request.key())));
  }

  private Uni<Answer> write(KeyRequest request, byte[] body) {
    return request
        .draft(body)
        .answer(
            request.http().path(),
            draft ->
                (request.durable()
                        ? state.write(request.key(), draft)
                        : state.writeForNow(request.key(), draft))
                    .map(writing -> KeyAnswers.written(writing, request.http())));
  }

  private Uni<Answer> remove(KeyRequest request) {
    return request
        .condition()
        .answer(
            request.http().path(),
            condition ->
                request
                    .fence()
                    .answer(
                        request.http().path(),
                        fence ->
                            state
                                .remove(request.key(), condition, fence)
                                .map(done -> KeyAnswers.removed(done, request.http()))));
  }
}
