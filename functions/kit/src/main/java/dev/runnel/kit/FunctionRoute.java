package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.INTERNAL;
import static dev.runnel.contract.ProblemType.METHOD_NOT_ALLOWED;
import static dev.runnel.contract.ProblemType.TOO_LARGE;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Preferences;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Functions over HTTP: an event is posted to {@code /{function}}, or to {@code /} where there is
 * only one, and the answer is an event in binary mode, nothing, or a problem document.
 */
@ApplicationScoped
class FunctionRoute {
  private static final Logger LOG = Logger.getLogger(FunctionRoute.class);

  /** After live reload; before Quarkus reads whole bodies, and before Funqy's own routes. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_BODY_HANDLER;

  /** What a call within a run may carry: the results of its dependencies, and the event. */
  private static final int RUN_BYTES = (8 << 20) + (64 << 10);

  private final FunctionBinding binding;
  private final boolean ownsRoot;

  FunctionRoute(
      FunctionBinding binding,
      @ConfigProperty(name = "runnel.kit.root", defaultValue = "true") boolean ownsRoot) {
    this.binding = binding;
    this.ownsRoot = ownsRoot;
  }

  /** Adds the routes; where the router lives in the same application, only those of functions. */
  void routes(@Observes Router router) {
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
    String method = request.method().name();
    switch (method) {
      case "POST" -> respond(exchange, body -> call(request, function, body));
      case "OPTIONS" -> respond(exchange, body -> Uni.createFrom().item(HttpReply.methods()));
      default ->
          refuse(
              exchange,
              Problem.of(
                  METHOD_NOT_ALLOWED, "The method is not POST; send the event to here with POST"));
    }
  }

  private void refuse(RoutingContext exchange, Problem problem) {
    respond(exchange, body -> refused(exchange.request(), problem));
  }

  /** Reads the body, and sends what then comes of it, unless the caller has gone meanwhile. */
  private static void respond(
      RoutingContext exchange, Function<BodyReading.Whole, Uni<HttpReply>> reply) {
    HttpServerRequest request = exchange.request();
    Context connection = exchange.vertx().getOrCreateContext();
    Cancellable response =
        BoundedBody.read(request, limit(request))
            .flatMap(body -> reply(request, body, reply))
            .emitOn(command -> connection.runOnContext(_ -> command.run()))
            .subscribe()
            .with(ready -> send(exchange, ready), lost -> LOG.debug("A caller has gone", lost));
    exchange.addEndHandler(
        end -> {
          if (end.failed()) {
            response.cancel();
          }
        });
  }

  private static Uni<HttpReply> reply(
      HttpServerRequest request,
      BodyReading body,
      Function<BodyReading.Whole, Uni<HttpReply>> reply) {
    return switch (body) {
      case BodyReading.Whole whole ->
          Uni.createFrom()
              .deferred(() -> reply.apply(whole))
              .onFailure()
              .recoverWithItem(bug -> broken(request, bug));
      case BodyReading.TooLarge(int limit) ->
          refused(
              request,
              Problem.of(TOO_LARGE, "The body is larger than " + limit + " bytes; send less"));
    };
  }

  /** Nothing here is meant to fail; should it do so, the caller is not left waiting. */
  private static HttpReply broken(HttpServerRequest request, Throwable bug) {
    LOG.error("A request could not be answered", bug);
    Problem problem = Problem.of(INTERNAL, "The function's log says more");
    return HttpReply.problem(problem, request.path(), false);
  }

  private static void send(RoutingContext exchange, HttpReply reply) {
    HttpServerRequest request = exchange.request();
    if (request.isEnded()) {
      var _ = reply.head(request.response()).end(Buffer.buffer(reply.body()));
    } else {
      LastReply.send(exchange.vertx(), request, reply);
    }
  }

  private static int limit(HttpServerRequest request) {
    return request.headers().contains("ce-runnelrun") ? RUN_BYTES : Limits.DEFAULT.bytes();
  }

  private static Uni<HttpReply> refused(HttpServerRequest request, Problem problem) {
    return Uni.createFrom().item(HttpReply.problem(problem, request.path(), true));
  }

  private Uni<HttpReply> call(
      HttpServerRequest request, FunctionManifest function, BodyReading.Whole body) {
    var reader = new EventReader(Limits.DEFAULT.withBytes(limit(request)));
    return switch (reader.read(request.headers(), body.bytes())) {
      case EventReading.Refused(Problem problem) -> refused(request, problem);
      case EventReading.Read(Event event) ->
          binding.call(function.name(), event).map(answer -> reply(request, function, answer));
    };
  }

  private static HttpReply reply(
      HttpServerRequest request, FunctionManifest function, FunctionAnswer answer) {
    return switch (answer) {
      case FunctionAnswer.Answered(Event event) when !wanted(request, function, event) ->
          HttpReply.nothing();
      case FunctionAnswer.Answered(Event event) -> HttpReply.event(event);
      case FunctionAnswer.Nothing() -> HttpReply.nothing();
      case FunctionAnswer.Failed(Problem problem, boolean notRun) ->
          HttpReply.problem(problem, request.path(), notRun);
    };
  }

  /** A sender that prefers a reply gets one that its manifest names, never a bare outcome. */
  private static boolean wanted(HttpServerRequest request, FunctionManifest function, Event event) {
    boolean prefersReply =
        Preferences.find(request.headers().getAll("Prefer"), "reply")
            .filter(String::isEmpty)
            .isPresent();
    return !prefersReply || function.produces().contains(event.type());
  }
}
