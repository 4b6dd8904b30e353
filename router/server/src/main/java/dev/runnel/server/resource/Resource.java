package dev.runnel.server.resource;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.http.Exchange;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is at one path: the methods that it takes, each with what answers it. {@code HEAD} comes
 * with {@code GET}; {@code OPTIONS} names the methods, and so does the refusal of every other.
 */
public final class Resource {

  /**
   * After live reload; before Quarkus reads bodies in its way, and before every route that an
   * assembled application brings.
   */
  public static final int ORDER = RouteConstants.ROUTE_ORDER_BODY_HANDLER;

  /** A request that needs no body; one that comes all the same is thrown away. */
  public static final int NO_BODY = 64 << 10;

  /** Answers one method. */
  @FunctionalInterface
  public interface Method {

    /** The answer to this request with this body. */
    Uni<Answer> answer(RoutingContext exchange, byte[] body);
  }

  /** Answers one method, where the parameters are as they should be. */
  @FunctionalInterface
  public interface Question {

    /** The answer to this request with these parameters. */
    Uni<Answer> answer(RoutingContext exchange, Parameters asked);
  }

  private record Bounded(int maxBytes, Method method) {}

  private final String path;
  private final Map<String, Bounded> methods = new LinkedHashMap<>();

  private Resource(String path) {
    this.path = path;
  }

  /** What is at this path, such as {@code /runs/:id}. */
  public static Resource at(String path) {
    return new Resource(path);
  }

  /** Reads; the same answers {@code HEAD}, whose body is not sent. */
  public Resource get(Method method) {
    return on("GET", NO_BODY, method).on("HEAD", NO_BODY, method);
  }

  /** The same with parameters: these, and no others. */
  public Resource get(Map<String, Kind> parameters, Question question) {
    return get(asking(parameters, question));
  }

  /** Does something that needs no body, with these parameters and no others. */
  public Resource post(Map<String, Kind> parameters, Question question) {
    return post(asking(parameters, question));
  }

  /** Does something that needs no body. */
  public Resource post(Method method) {
    return on("POST", NO_BODY, method);
  }

  /** Answers a method whose body has at most so many bytes. */
  public Resource on(String name, int maxBytes, Method method) {
    methods.put(name, new Bounded(maxBytes, method));
    return this;
  }

  /** From here on the router answers at this path. */
  public void mount(Router router) {
    router.route(path).order(ORDER).handler(this::answer);
  }

  private void answer(RoutingContext exchange) {
    String name = exchange.request().method().name();
    Bounded asked = methods.getOrDefault(name, new Bounded(NO_BODY, this::other));
    Exchange.answer(exchange, asked.maxBytes(), body -> asked.method().answer(exchange, body));
  }

  private static Method asking(Map<String, Kind> parameters, Question question) {
    return (exchange, body) ->
        switch (Parameters.read(exchange.request().uri(), parameters)) {
          case Parameters.Reading.Refused(Problem problem) ->
              Uni.createFrom().item(Answer.problem(problem, exchange.request().path()));
          case Parameters.Reading.Read(Parameters asked) -> question.answer(exchange, asked);
        };
  }

  private Uni<Answer> other(RoutingContext exchange, byte[] body) {
    String allowed = String.join(", ", methods.keySet()) + ", OPTIONS";
    Answer answer =
        exchange.request().method().name().equals("OPTIONS")
            ? Answer.of(200)
            : refused(allowed, exchange.request().path());
    return Uni.createFrom().item(answer.with("Allow", allowed));
  }

  private static Answer refused(String allowed, String path) {
    String detail = "This path takes other methods: use one of " + allowed;
    return Answer.problem(Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail), path);
  }
}
