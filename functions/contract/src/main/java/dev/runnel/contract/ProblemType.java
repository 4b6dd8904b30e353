package dev.runnel.contract;

import java.util.Set;

/**
 * Every kind of problem that Runnel reports, with its HTTP status: the one place where a status
 * code of an error is written.
 */
public enum ProblemType {
  MALFORMED_EVENT(400, "The event is not a valid CloudEvent"),
  MALFORMED_REQUEST(400, "The request is not valid HTTP"),
  MALFORMED_DATA(400, "The function cannot read the event's data"),
  MALFORMED_MANIFEST(400, "The manifests cannot be used"),
  MALFORMED_QUERY(400, "A parameter of the request is not as it should be"),
  PLAN_TOO_LARGE(400, "The event needs more steps than a run may have"),
  UNAUTHENTICATED(401, "The request has no token that is known here"),
  FORBIDDEN(403, "The token does not open this"),
  EGRESS_DENIED(403, "Calls may not go to the function's address"),
  NO_SUCH_RUN(404, "There is no such run"),
  NO_SUCH_DEAD_LETTER(404, "There is no such dead letter"),
  NO_SUCH_FUNCTION(404, "There is no such function"),
  NO_SUCH_KEY(404, "Nothing is kept under this key"),
  NO_SUCH_LEASE(404, "Nobody holds the lease"),
  NO_SUCH_COUNTER(404, "There is no such counter"),
  NO_SUCH_PATH(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "The answer has no form that the request accepts"),
  TOO_SLOW(408, "The request came too slowly"),
  RUN_IS_OVER(409, "The run is over"),
  NOT_REDRIVABLE(409, "The step cannot be tried anew"),
  MAY_HAVE_RUN(409, "The function may have run, and must not run twice"),
  FUNCTION_NEEDED(409, "Others need the function"),
  FUNCTION_SHIPPED(409, "The function comes with a capability"),
  TOO_MANY_FUNCTIONS(409, "Too many functions are loaded"),
  LEASE_HELD(409, "Another one holds the lease"),
  COUNTER_OVERFLOW(409, "The counter cannot count that far"),
  CHANGED_MEANWHILE(412, "It is not what the request says it is"),
  FENCED(412, "The lease has another token by now"),
  TOO_LARGE(413, "The body is too large"),
  TARGET_TOO_LONG(414, "The request's target is too long"),
  UNSUPPORTED_CODING(415, "The content coding is not supported"),
  UNSUPPORTED_FORMAT(415, "The format of the body is not supported"),
  DEPENDENCY_FAILED(424, "A step that this one needs has no outcome"),
  TOO_MANY_RUNS(429, "Too many runs are going on"),
  TOO_MANY_CALLS(429, "Too many calls are going on"),
  RATE_EXCEEDED(429, "More was sent than was granted"),
  TOO_MANY_STREAMS(429, "Too many streams are open"),
  HEADERS_TOO_LARGE(431, "The request's headers are too large"),
  CANCELLED(499, "The run was cancelled"),
  INTERNAL(500, "Something went wrong inside"),
  FUNCTION_FAILED(500, "The function failed"),
  OUTCOME_UNKNOWN(500, "The function may or may not have run"),
  MALFORMED_REPLY(502, "The function's reply cannot be used"),
  UNREACHABLE(502, "The function cannot be reached"),
  SINK_FAILED(502, "The sink did not take the function's events"),
  UNAVAILABLE(503, "Not ready yet"),
  TIMEOUT(504, "The function did not answer in time"),
  DEADLINE(504, "The run's deadline passed"),
  QUOTA_EXCEEDED(507, "There is no room for what was to be kept"),
  LOOP(508, "The event has come through too many runs");

  /** Below 500, as Knative's event delivery counts them. */
  private static final Set<Integer> RETRYABLE = Set.of(404, 408, 409, 425, 429);

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Whether what was answered with this status may pass, so that another attempt makes sense. */
  public static boolean isRetryable(int status) {
    return status >= INTERNAL.status || RETRYABLE.contains(status);
  }

  /** The HTTP status of an answer that carries this problem. */
  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The short name that programs compare, for example {@code malformed-event}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
