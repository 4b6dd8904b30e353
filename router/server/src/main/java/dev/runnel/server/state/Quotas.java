package dev.runnel.server.state;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.keyed.QuotaExceeded;
import io.vertx.core.http.HttpServerRequest;

/**
 * What those are answered for whose capability keeps as much as it may (RFC 4918, section 11.5).
 */
final class Quotas {

  private Quotas() {}

  static Answer answer(QuotaExceeded exceeded, HttpServerRequest http) {
    String detail =
        switch (exceeded.what()) {
          case BODY -> "The body has %2$d bytes; at most %1$d are kept under one key";
          case KEYS -> "The capability has %2$d keys of %1$d; remove some first";
          case BYTES -> "The capability keeps %2$d bytes of %1$d; remove something first";
          case LEASES -> "The capability has %2$d leases of %1$d; use fewer names";
          case COUNTERS -> "The capability has %2$d counters of %1$d; remove some first";
          case OPERATIONS ->
              "The capability has %2$d operations of %1$d that are known again; wait until some are"
                  + " forgotten";
        };
    ProblemType type =
        exceeded.what() == QuotaExceeded.What.BODY
            ? ProblemType.TOO_LARGE
            : ProblemType.QUOTA_EXCEEDED;
    Problem problem = Problem.of(type, detail.formatted(exceeded.limit(), exceeded.used()));
    return Answer.problem(problem, http.path());
  }
}
