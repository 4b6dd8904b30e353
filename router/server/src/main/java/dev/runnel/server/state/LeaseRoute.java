package dev.runnel.server.state;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.Leases.Acquiring;
import dev.runnel.journal.keyed.Leases.Held;
import dev.runnel.journal.keyed.Leases.HeldByOther;
import dev.runnel.journal.keyed.Leases.Lease;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /leases/{function}/{name}}: what one holder at a time may have, for a time. */
@Singleton
class LeaseRoute {

  private static final String HOLDER = "holder";
  private static final String TTL = "ttl";
  private static final String TOKEN = "token";

  private static final Duration USUAL_TTL = Duration.ofSeconds(10);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private static final Map<String, Kind> TAKING =
      Map.of(
          HOLDER,
          new Kind(
              "of at most %d characters".formatted(Leases.LONGEST_HOLDER),
              value -> value.length() <= Leases.LONGEST_HOLDER),
          TTL,
          Durations.between(Leases.SHORTEST, Leases.LONGEST));
  private static final Map<String, Kind> RETURNING =
      Map.of(TOKEN, new Kind("a number", value -> NUMBER.matcher(value).matches()));

  private final Access access;
  private final Leases leases;

  LeaseRoute(Access access, Leases leases) {
    this.access = access;
    this.leases = leases;
  }

  Resource at(String path) {
    return Resource.at(path)
        .get((exchange, body) -> access.asked(exchange, Map.of(), this::read))
        .on(
            "PUT",
            Resource.NO_BODY,
            (exchange, body) -> access.asked(exchange, TAKING, this::acquire))
        .on(
            "DELETE",
            Resource.NO_BODY,
            (exchange, body) -> access.asked(exchange, RETURNING, this::release));
  }

  private Uni<Answer> read(KeyRequest request) {
    return leases
        .read(request.key())
        .map(lease -> lease.map(LeaseRoute::shown).orElseGet(() -> free(request.http())));
  }

  private Uni<Answer> acquire(KeyRequest request) {
    Duration ttl = request.asked().find(TTL).flatMap(Durations::read).orElse(USUAL_TTL);
    return required(HOLDER, request)
        .answer(
            request.http().path(),
            holder ->
                leases
                    .acquire(request.key(), holder, ttl)
                    .map(acquiring -> acquired(acquiring, holder, request.http())));
  }

  private Uni<Answer> release(KeyRequest request) {
    return required(TOKEN, request)
        .answer(
            request.http().path(),
            token ->
                leases
                    .release(request.key(), Long.parseLong(token))
                    .map(done -> done ? Answer.of(204) : free(request.http())));
  }

  private static Reading<String> required(String parameter, KeyRequest request) {
    Optional<String> given = request.asked().find(parameter);
    return given.map(Reading::of).orElseGet(() -> Reading.refused(parameter, "It is missing"));
  }

  private static Answer acquired(Acquiring acquiring, String holder, HttpServerRequest http) {
    return switch (acquiring) {
      case Held(long token, var until) -> shown(new Lease(holder, token, until));
      case HeldByOther(Lease lease) -> {
        String detail =
            "%s holds it until %s; ask again then".formatted(lease.holder(), lease.until());
        yield Answer.problem(Problem.of(ProblemType.LEASE_HELD, detail), http.path());
      }
      case QuotaExceeded exceeded -> Quotas.answer(exceeded, http);
    };
  }

  private static Answer shown(Lease lease) {
    return Documents.answer(out -> write(lease, out));
  }

  private static void write(Lease lease, JsonGenerator out) throws IOException {
    out.writeStringField(HOLDER, lease.holder());
    out.writeNumberField(TOKEN, lease.token());
    out.writeStringField("until", lease.until().toString());
  }

  private static Answer free(HttpServerRequest http) {
    String detail = "Nobody holds it, or not by that token any more";
    return Answer.problem(Problem.of(ProblemType.NO_SUCH_LEASE, detail), http.path());
  }
}
