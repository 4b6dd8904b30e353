package dev.runnel.server.explain;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** What every request is asked that wants an account, before it gets one. */
@Singleton
class Inquiries {

  private final Registry registry;

  Inquiries(Registry registry) {
    this.registry = registry;
  }

  /**
   * The answer to a request.
   *
   * @param known makes the answer where nothing speaks against one
   */
  Uni<Answer> answer(
      HttpServerRequest http, Parameters asked, Function<Inquiry, Uni<Answer>> known) {
    String path = http.path();
    Optional<Form> form = Form.of(http);
    if (form.isEmpty()) {
      return refused(ProblemType.NOT_ACCEPTABLE, "Accept application/json or text/plain", path);
    }
    Optional<Registrations> now = registry.loaded();
    return now.map(all -> known.apply(new Inquiry(all, Question.of(asked), form.get(), path)))
        .orElseGet(
            () ->
                refused(
                    ProblemType.UNAVAILABLE,
                    "The functions are not loaded yet; ask again later",
                    path));
  }

  private static Uni<Answer> refused(ProblemType type, String detail, String path) {
    return Uni.createFrom().item(Reply.of(Problem.of(type, detail)).answer(path));
  }
}
