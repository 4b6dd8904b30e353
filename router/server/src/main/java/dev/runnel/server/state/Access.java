package dev.runnel.server.state;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is let in: whoever brings the token of a capability (RFC 6750), to what that capability keeps
 * and what it was granted. Others learn nothing of what there is.
 */
@Singleton
class Access {

  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"runnel\"";

  private final StateKey key;
  private final Grants grants;
  private final Capabilities capabilities;
  private final Registry registry;

  Access(StateKey key, Grants grants, Capabilities capabilities, Registry registry) {
    this.key = key;
    this.grants = grants;
    this.capabilities = capabilities;
    this.registry = registry;
  }

  /**
   * The answer to a request about what its path names, where that and the parameters are as they
   * should be, and the caller may have at it.
   *
   * @param kinds the parameters that there are
   */
  Uni<Answer> asked(
      RoutingContext exchange, Map<String, Kind> kinds, Function<KeyRequest, Uni<Answer>> how) {
    HttpServerRequest http = exchange.request();
    return Place.read(exchange.normalizedPath())
        .answer(
            http.path(),
            place ->
                admit(
                    http,
                    place.function(),
                    capability ->
                        KeyRequest.read(capability, place.name(), http, kinds)
                            .answer(http.path(), how)));
  }

  /**
   * The answer to who may have at what this function's capability keeps, else why not; 503 where
   * the journal does not answer.
   *
   * @param function its name, or the capability's
   * @param how makes the answer, given the capability
   */
  Uni<Answer> admit(HttpServerRequest http, String function, Function<String, Uni<Answer>> how) {
    return key.tokens()
        .chain(tokens -> admit(http, tokens, function, how))
        .onFailure(JournalUnavailable.class)
        .recoverWithItem(
            down -> unavailable(http, "The journal cannot be reached; ask again later"));
  }

  private Uni<Answer> admit(
      HttpServerRequest http, Tokens tokens, String function, Function<String, Uni<Answer>> how) {
    Optional<String> caller = caller(http, tokens);
    if (caller.isEmpty()) {
      return Uni.createFrom().item(unauthenticated(http));
    }
    Optional<Registrations> now = registry.loaded();
    if (now.isEmpty()) {
      return Uni.createFrom()
          .item(unavailable(http, "The functions are not loaded yet; ask again later"));
    }
    Optional<String> owner = capabilities.named(function, now.get());
    if (owner.isEmpty()) {
      return Uni.createFrom().item(refused(now.get().unknown(function), http));
    }
    return grants.allow(caller.get(), owner.get(), onlyReads(http))
        ? how.apply(owner.get())
        : Uni.createFrom().item(forbidden(http));
  }

  private static boolean onlyReads(HttpServerRequest http) {
    String method = http.method().name();
    return method.equals("GET") || method.equals("HEAD");
  }

  private static Optional<String> caller(HttpServerRequest http, Tokens tokens) {
    List<String> given = http.headers().getAll("Authorization");
    return given.size() == 1 && given.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? tokens.owner(given.getFirst().substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static Answer unauthenticated(HttpServerRequest http) {
    boolean given = http.headers().contains("Authorization");
    String detail =
        given
            ? "Authorization has no token that is valid here; expected Bearer and the token of a"
                  + " capability, as ./runnel state-token prints it"
            : "Send Authorization: Bearer and the token of a capability, as ./runnel state-token"
                  + " prints it";
    return refused(Problem.of(ProblemType.UNAUTHENTICATED, detail), http)
        .with("WWW-Authenticate", given ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
  }

  private static Answer forbidden(HttpServerRequest http) {
    String detail =
        "The token is another capability's, to which this is not granted; runnel.state.grants"
            + " would";
    return refused(Problem.of(ProblemType.FORBIDDEN, detail), http);
  }

  private static Answer unavailable(HttpServerRequest http, String detail) {
    return refused(Problem.of(ProblemType.UNAVAILABLE, detail), http);
  }

  private static Answer refused(Problem problem, HttpServerRequest http) {
    return Reply.of(problem).answer(http.path());
  }
}
