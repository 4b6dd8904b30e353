package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.METHOD_NOT_ALLOWED;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.http.Answer;
import dev.runnel.http.Exchange;
import dev.runnel.http.RequestGate;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Functions over HTTP: an event is posted to {@code /{function}}, or to {@code /} where there is
 * only one, and the answer is an event in binary mode, a batch of events, nothing, or a problem
 * document.
 */
@ApplicationScoped
class FunctionRoute {
  private static final String ALLOWED = "POST, OPTIONS";

  /** After live reload; before Quarkus reads whole bodies, and before Funqy's own routes. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_BODY_HANDLER;

  /** What a call within a run may carry: the results of its dependencies, and the event. */
  private static final int RUN_BYTES = (8 << 20) + (64 << 10);

  /** The router has added its extensions and the trace to an event that may be at its limit. */
  private static final int ADDED_ATTRIBUTES = 16;

  private static final Limits LIMITS =
      Limits.DEFAULT.withAttributes(Limits.DEFAULT.attributes() + ADDED_ATTRIBUTES);

  private final FunctionBinding binding;
  private final Replies replies;
  private final OpenCalls calls;
  private final boolean ownsRoot;

  FunctionRoute(
      FunctionBinding binding,
      Replies replies,
      OpenCalls calls,
      @ConfigProperty(name = "runnel.kit.root", defaultValue = "true") boolean ownsRoot) {
    this.binding = binding;
    this.replies = replies;
    this.calls = calls;
    this.ownsRoot = ownsRoot;
  }

  /** Adds the routes; where the router lives in the same application, only those of functions. */
  void routes(@Observes Router router) {
    if (ownsRoot) {
      router.route().order(ORDER).handler(new RequestGate(RequestGate.BODY_TIME));
    }
    router.route("/:function").order(ORDER).handler(this::named);
    if (ownsRoot) {
      router.route("/").order(ORDER).handler(this::root);
    }
  }

  private void named(RoutingContext exchange) {
    FunctionManifest function = binding.functions().get(exchange.pathParam("function"));
    if (function != null) {
      receive(exchange, function);
    } else if (ownsRoot) {
      refuse(exchange, binding.unknown());
    } else {
      exchange.next();
    }
  }

  private void root(RoutingContext exchange) {
    Collection<FunctionManifest> functions = binding.functions().values();
    if (functions.size() == 1) {
      receive(exchange, functions.iterator().next());
    } else {
      refuse(exchange, binding.unknown());
    }
  }

  private void receive(RoutingContext exchange, FunctionManifest function) {
    HttpServerRequest request = exchange.request();
    switch (request.method().name()) {
      case "POST" -> post(exchange, function);
      case "OPTIONS" -> respond(exchange, body -> only(Answer.of(204).with("Allow", ALLOWED)));
      default -> respond(exchange, body -> only(notAllowed(request)));
    }
  }

  private void post(RoutingContext exchange, FunctionManifest function) {
    HttpServerRequest request = exchange.request();
    calls
        .begin()
        .ifPresentOrElse(
            full -> respond(exchange, body -> only(later(full, request))),
            () -> {
              exchange.addEndHandler(end -> calls.end());
              respond(exchange, body -> call(request, function, body));
            });
  }

  private void refuse(RoutingContext exchange, Problem problem) {
    respond(exchange, body -> only(Replies.notRun(problem, exchange.request())));
  }

  /** Answers, and gives the function up when its caller goes away. */
  private static void respond(RoutingContext exchange, Function<byte[], Uni<Answer>> answer) {
    HttpServerRequest request = exchange.request();
    Cancellable response =
        Exchange.answer(
            exchange, limit(request), answer, problem -> Replies.notRun(problem, request));
    exchange.addEndHandler(
        end -> {
          if (end.failed()) {
            response.cancel();
          }
        });
  }

  private static int limit(HttpServerRequest request) {
    return request.headers().contains("ce-" + RunnelExtensions.RUN)
        ? RUN_BYTES
        : Limits.DEFAULT.bytes();
  }

  private Uni<Answer> call(HttpServerRequest request, FunctionManifest function, byte[] body) {
    var reader = new EventReader(LIMITS.withBytes(limit(request)));
    return switch (reader.read(request.headers(), body)) {
      case EventReading.Refused(Problem problem) -> only(Replies.notRun(problem, request));
      case EventReading.Read(Event event) ->
          binding
              .call(function.name(), event)
              .flatMap(answer -> replies.answer(request, event, answer));
    };
  }

  private static Answer later(Problem problem, HttpServerRequest request) {
    return Replies.notRun(problem, request).with("Retry-After", "1");
  }

  private static Answer notAllowed(HttpServerRequest request) {
    Problem problem =
        Problem.of(METHOD_NOT_ALLOWED, "The method is not POST; send the event to here with POST");
    return Replies.notRun(problem, request).with("Allow", ALLOWED);
  }

  private static Uni<Answer> only(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
