package dev.runnel.server.state;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.Counters.Adding;
import dev.runnel.journal.keyed.Counters.Overflow;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /counters/{function}/{name}}: a number that many add to, exactly. */
@Singleton
class CounterRoute {

  private static final String ADD = "add";
  private static final String OPERATION = "operation";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  private static final Map<String, Kind> ADDING =
      Map.of(
          ADD,
          new Kind("a whole number of at most 18 digits", value -> NUMBER.matcher(value).matches()),
          OPERATION,
          new Kind(
              "of at most %d characters".formatted(Counters.LONGEST_OPERATION),
              value -> value.length() <= Counters.LONGEST_OPERATION));

  private final Access access;
  private final Counters counters;

  CounterRoute(Access access, Counters counters) {
    this.access = access;
    this.counters = counters;
  }

  Resource at(String path) {
    return Resource.at(path)
        .get((exchange, body) -> access.asked(exchange, Map.of(), this::read))
        .post((exchange, body) -> access.asked(exchange, ADDING, this::add))
        .on(
            "DELETE",
            Resource.NO_BODY,
            (exchange, body) -> access.asked(exchange, Map.of(), this::remove));
  }

  private Uni<Answer> read(KeyRequest request) {
    return counters
        .read(request.key())
        .map(value -> value.map(CounterRoute::shown).orElseGet(() -> absent(request.http())));
  }

  private Uni<Answer> add(KeyRequest request) {
    long delta = request.asked().find(ADD).map(Long::valueOf).orElse(1L);
    return counters
        .add(request.key(), delta, request.asked().find(OPERATION))
        .map(adding -> added(adding, request.http()));
  }

  private Uni<Answer> remove(KeyRequest request) {
    return counters
        .remove(request.key())
        .map(value -> value.isPresent() ? Answer.of(204) : absent(request.http()));
  }

  private static Answer added(Adding adding, HttpServerRequest http) {
    return switch (adding) {
      case Added(long value) -> shown(value);
      case Overflow(long value) -> {
        String detail =
            "It is at %d, and counts from -2^63 to 2^63 - 1; nothing was added".formatted(value);
        yield Answer.problem(Problem.of(ProblemType.COUNTER_OVERFLOW, detail), http.path());
      }
      case QuotaExceeded exceeded -> Quotas.answer(exceeded, http);
    };
  }

  private static Answer shown(long value) {
    return Documents.answer(out -> out.writeNumberField("value", value));
  }

  private static Answer absent(HttpServerRequest http) {
    String detail = "Nothing was added to it, or it was deleted; it counts from 0";
    return Answer.problem(Problem.of(ProblemType.NO_SUCH_COUNTER, detail), http.path());
  }
}
