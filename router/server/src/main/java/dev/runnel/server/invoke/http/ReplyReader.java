package dev.runnel.server.invoke.http;

import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.MultiMap;
import io.vertx.core.http.StreamResetException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

/** What a function's reply over HTTP is worth: the second half of section 3 of the contract. */
final class ReplyReader {

  /** HTTP/2's word for a request that was not looked at (RFC 9113, section 8.7). */
  private static final long REFUSED_STREAM = 7;

  private static final int TOO_MANY_REQUESTS = 429;

  private final Clock clock;
  private final EventReader events;
  private final BatchReader batches;

  ReplyReader(Limits limits, Clock clock) {
    this.clock = clock;
    this.events = new EventReader(limits);
    this.batches = new BatchReader(limits, limits.bytes(), Outcome.MAX_EVENTS);
  }

  CallResult read(Call call, RequestResult reply) {
    String name = call.function().name();
    return switch (reply) {
      case RequestResult.Whole whole -> whole(call, whole);
      case RequestResult.TooLarge(int limit) ->
          Answers.unusable(name + " answered with more than " + limit + " bytes");
      case RequestResult.Busy() ->
          new CallResult.Refused(
              "All connections to " + name + " are in use", clock.instant().plusSeconds(1), false);
      case RequestResult.Unsent(SSLException _) ->
          failed(
              Problem.of(
                  ProblemType.UNREACHABLE,
                  name
                      + " was not called: no TLS connection came about; expected a certificate for"
                      + " the URL's host, by an authority that the router's JVM trusts"),
              Certainty.NOT_RUN);
      case RequestResult.Unsent _ ->
          failed(
              Problem.of(
                  ProblemType.UNREACHABLE,
                  "There is no connection to " + name + ", and it was not called"),
              Certainty.NOT_RUN);
      case RequestResult.Lost(StreamResetException reset) when reset.getCode() == REFUSED_STREAM ->
          failed(
              Problem.of(ProblemType.UNREACHABLE, name + " did not take the call"),
              Certainty.NOT_RUN);
      case RequestResult.Lost(TooLongFrameException _),
          RequestResult.Lost(Http2Exception.HeaderListSizeException _) ->
          Answers.unusable(name + " answered with too many headers, or too long ones");
      case RequestResult.Lost _ ->
          failed(
              Problem.of(
                  ProblemType.UNREACHABLE,
                  "The connection broke before " + name + " had answered; it may have run"),
              Certainty.UNKNOWN);
    };
  }

  private CallResult whole(Call call, RequestResult.Whole reply) {
    return switch (reply.status() / 100) {
      case 2 -> answered(call, reply);
      case 3 ->
          Answers.unusable(
              call.function().name()
                  + " answered with a redirect ("
                  + reply.status()
                  + "), which is not followed; name the right URL");
      case 4, 5 -> refused(call, reply);
      default ->
          Answers.unusable(call.function().name() + " answered with status " + reply.status());
    };
  }

  private CallResult answered(Call call, RequestResult.Whole reply) {
    MultiMap headers = reply.headers();
    if (headers.contains("Content-Encoding")) {
      return Answers.unusable(
          call.function().name() + " answered in an encoding that it was not asked for");
    }
    if (BatchReader.takes(headers)) {
      return batch(call, reply.body());
    }
    if (!isEvent(headers)) {
      return plain(call, new Data(headers.get("Content-Type"), reply.body()));
    }
    return switch (events.read(headers, reply.body())) {
      case EventReading.Read(Event event) -> Answers.of(call, List.of(event));
      case EventReading.Refused(Problem problem) -> malformed(call, problem);
    };
  }

  /** Whether it means to be one; if it is a good one shows when it is read. */
  private static boolean isEvent(MultiMap headers) {
    String contentType = headers.get("Content-Type");
    if (contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/cloudevents")) {
      return true;
    }
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().regionMatches(true, 0, "ce-", 0, "ce-".length())) {
        return true;
      }
    }
    return false;
  }

  private CallResult batch(Call call, byte[] body) {
    return switch (batches.read(body)) {
      case BatchReading.Refused(Problem problem) -> malformed(call, problem);
      case BatchReading.Read(List<EventReading> elements) -> {
        var answer = new ArrayList<Event>();
        for (EventReading element : elements) {
          switch (element) {
            case EventReading.Read(Event event) -> answer.add(event);
            case EventReading.Refused(Problem problem) -> {
              yield malformed(call, problem);
            }
          }
        }
        yield Answers.of(call, answer);
      }
    };
  }

  /** A body that is no event is a value, as if the function had returned it to the kit. */
  private static CallResult plain(Call call, Data value) {
    List<String> produces = call.function().produces();
    if (value.isEmpty()) {
      return Answers.of(call, List.of());
    }
    if (produces.size() > 1) {
      return Answers.unusable(
          call.function().name()
              + " answered with what is not an event; expected one of "
              + produces);
    }
    String type = produces.isEmpty() ? Outcome.EVENT_TYPE : produces.getFirst();
    return Answers.of(call, List.of(Event.of("reply", "/functions", type, value)));
  }

  private static CallResult malformed(Call call, Problem problem) {
    String where = problem.path() == null ? "" : " (" + problem.path() + ")";
    return Answers.unusable(
        call.function().name()
            + " answered with what is not a valid event: "
            + problem.detail()
            + where);
  }

  private CallResult refused(Call call, RequestResult.Whole reply) {
    int status = reply.status();
    boolean reported = isProblem(reply.headers());
    String detail = call.function().name() + " answered with status " + status;
    Problem problem = ProblemReader.read(status, reported ? reply.body() : new byte[0], detail);
    Duration retryAfter = RetryAfter.of(reply.headers().get("Retry-After"), clock.instant());
    boolean mayRefuse = status == TOO_MANY_REQUESTS || status == ProblemType.UNAVAILABLE.status();
    Certainty certainty;
    if (mayRefuse && reply.headers().contains(Problem.NOT_RUN_HEADER)) {
      certainty = Certainty.NOT_RUN;
    } else if (reported || status < ProblemType.INTERNAL.status()) {
      certainty = Certainty.REPORTED;
    } else {
      certainty = Certainty.UNKNOWN;
    }
    return new CallResult.Failed(new Failure(problem, certainty, retryAfter));
  }

  private static boolean isProblem(MultiMap headers) {
    String contentType = headers.get("Content-Type");
    return contentType != null
        && contentType.split(";", 2)[0].strip().equalsIgnoreCase(Problem.MEDIA_TYPE);
  }

  private static CallResult failed(Problem problem, Certainty certainty) {
    return new CallResult.Failed(new Failure(problem, certainty));
  }
}
