package dev.runnel.http;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One request and its answer: the body is read, never more of it than a limit, and whatever comes
 * of it, the caller gets an answer. Begun on the request's event loop, where the answer is written
 * too.
 */
public final class Exchange {

  /** For callers that are in the middle of sending. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(Exchange.class);

  private Exchange() {}

  /**
   * Reads the body and sends the answer that is made of it; a body over the limit is answered 413,
   * and a bug 500.
   *
   * @param limit bytes
   * @return gives the answer up when cancelled; a caller that goes away does not do that by itself
   */
  public static Cancellable answer(
      RoutingContext exchange, int limit, Function<byte[], Uni<Answer>> answer) {
    String path = exchange.request().path();
    return answer(exchange, limit, answer, problem -> Answer.problem(problem, path));
  }

  /**
   * The same where a body over the limit has an answer of its own.
   *
   * @param tooLarge makes the answer to a body over the limit
   */
  public static Cancellable answer(
      RoutingContext exchange,
      int limit,
      Function<byte[], Uni<Answer>> answer,
      Function<Problem, Answer> tooLarge) {
    HttpServerRequest request = exchange.request();
    ContextInternal connection = (ContextInternal) exchange.vertx().getOrCreateContext();
    return BoundedBody.read(request, limit)
        .flatMap(body -> answer(request, body, answer, tooLarge))
        .emitOn(command -> connection.emit(null, _ -> command.run()))
        .subscribe()
        .with(ready -> send(exchange, ready), lost -> LOG.debug("A caller has gone", lost));
  }

  private static Uni<Answer> answer(
      HttpServerRequest request,
      BodyReading body,
      Function<byte[], Uni<Answer>> answer,
      Function<Problem, Answer> tooLarge) {
    return switch (body) {
      case BodyReading.Whole(byte[] bytes) ->
          Uni.createFrom()
              .deferred(() -> answer.apply(bytes))
              .onFailure()
              .recoverWithItem(bug -> broken(request, bug));
      case BodyReading.TooLarge(int limit) -> {
        String detail = "The body is larger than " + limit + " bytes; send less";
        Problem problem = Problem.of(ProblemType.TOO_LARGE, detail);
        yield Uni.createFrom().item(tooLarge.apply(problem));
      }
      case BodyReading.NoRoom() -> {
        String detail = "Too many large bodies are on their way; send this one again later";
        Problem problem = Problem.of(ProblemType.UNAVAILABLE, detail);
        yield Uni.createFrom()
            .item(Answer.problem(problem, request.path()).with("Retry-After", "1"));
      }
    };
  }

  /** Nothing here is meant to fail; should it do so, the caller is not left waiting. */
  private static Answer broken(HttpServerRequest request, Throwable bug) {
    String what = OneLine.of(request.method() + " " + request.path());
    LOG.errorf(bug, "%s could not be answered", what);
    Problem problem = Problem.of(ProblemType.INTERNAL, "The log of whoever answers says more");
    return Answer.problem(problem, request.path());
  }

  /** Sends the answer, unless there was one before, or nobody is there any more. */
  static void send(RoutingContext exchange, Answer answer) {
    send(exchange, answer, PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience how long a caller may go on sending what is not wanted
   */
  static void send(RoutingContext exchange, Answer answer, Duration patience) {
    HttpServerRequest request = exchange.request();
    HttpServerResponse response = request.response();
    if (response.headWritten() || response.closed()) {
      return;
    }
    note(request, answer);
    if (request.isEnded()) {
      var _ = answer.head(response).end(Buffer.buffer(answer.body()));
    } else {
      LastAnswer.send(exchange.vertx(), request, answer, patience);
    }
  }

  /** Sends the answer to a request that cannot be told from what follows it, and closes. */
  static void cut(HttpServerRequest request, Answer answer) {
    note(request, answer);
    LastAnswer.cut(request, answer);
  }

  private static void note(HttpServerRequest request, Answer answer) {
    if (answer.problem() != null) {
      RejectionLog.shared().rejected(answer.problem(), request.remoteAddress());
    }
  }
}
