package dev.runnel.server.intake;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.queue.TokenBucket;
import dev.runnel.http.Answer;
import dev.runnel.server.config.WebHookConfig;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Consent to senders that ask before they send (CloudEvents' HTTP 1.1 Web Hooks, section 4), and
 * the rate that they were granted. Nothing is ever called that a sender names: a {@code
 * WebHook-Request-Callback} is ignored.
 */
@Singleton
class WebHooks {

  static final String REQUEST_ORIGIN = "WebHook-Request-Origin";

  private static final String ANY = "*";

  /** Origins whose deliveries are counted, where any origin may send; the oldest is forgotten. */
  private static final int MAX_COUNTED = 1_000;

  private final Set<String> origins;
  private final int maxRate;
  private final Clock clock;
  private final Map<String, TokenBucket> granted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MAX_COUNTED;
        }
      };

  WebHooks(WebHookConfig config, Clock clock) {
    this.origins = config.origins().map(Set::copyOf).orElse(Set.of());
    this.maxRate = config.rate();
    if (maxRate < 1) {
      throw new IllegalArgumentException(
          "runnel.webhook.rate is " + maxRate + ", expected at least 1 delivery a minute");
    }
    this.clock = clock;
  }

  /** The answer, with consent if the request asks for it and its origin is allowed. */
  Answer consent(MultiMap request, Answer answer) {
    return origin(request)
        .map(
            origin ->
                answer
                    .with("WebHook-Allowed-Origin", origin)
                    .with("WebHook-Allowed-Rate", Integer.toString(rate(request))))
        .orElse(answer);
  }

  /** Why a delivery comes too soon, or nothing. Deliveries of nobody's consent are not counted. */
  Optional<Refused> refuse(MultiMap delivery) {
    return origin(delivery).flatMap(this::refuse);
  }

  /**
   * A delivery that comes too soon.
   *
   * @param pause until another one may come
   */
  record Refused(Problem problem, Duration pause) {}

  private Optional<Refused> refuse(String origin) {
    Duration wait;
    synchronized (granted) {
      wait =
          granted
              .computeIfAbsent(origin, _ -> TokenBucket.perMinute(maxRate, clock.instant()))
              .ask(clock.instant());
    }
    return wait.isZero()
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Problem.of(
                    ProblemType.RATE_EXCEEDED,
                    "The sender may deliver " + maxRate + " times a minute; deliver again later"),
                wait));
  }

  private Optional<String> origin(MultiMap request) {
    var named = request.getAll(REQUEST_ORIGIN);
    return named.size() == 1 && (origins.contains(named.getFirst()) || origins.contains(ANY))
        ? Optional.of(named.getFirst())
        : Optional.empty();
  }

  /** What is asked for, between one and the most that anybody is granted. */
  private int rate(MultiMap request) {
    String asked = request.get("WebHook-Request-Rate");
    if (asked == null || !asked.matches("-?[0-9]{1,9}")) {
      return maxRate;
    }
    return Math.clamp(Integer.parseInt(asked), 1, maxRate);
  }
}
