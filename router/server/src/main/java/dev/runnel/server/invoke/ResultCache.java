package dev.runnel.server.invoke;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.value.CachedAnswer;
import dev.runnel.contract.Event;
import dev.runnel.server.invoke.cache.AnswerCounts;
import dev.runnel.server.invoke.cache.AnswerKey;
import dev.runnel.server.invoke.cache.KeptAnswer;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers calls of a pure function with what it answered to the same input before, on whichever
 * router, and keeps its answers for as long as its manifest says.
 */
final class ResultCache implements Guard {

  private final Cache<CachedAnswer> answers;
  private final String version;
  private final Duration life;
  private final AnswerCounts counts;
  private final Clock clock;

  /**
   * @param version of the function, whose answers no other version gives
   * @param life how long an answer is used again
   */
  ResultCache(
      Cache<CachedAnswer> answers,
      String version,
      Duration life,
      AnswerCounts counts,
      Clock clock) {
    this.answers = answers;
    this.version = version;
    this.life = life;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    CacheKey key = AnswerKey.of(call.function(), version, call.event());
    return answers
        .get(key)
        .chain(
            found ->
                answered(call, found)
                    .map(Uni.createFrom()::item)
                    .orElseGet(() -> behind.apply(call).invoke(fresh -> keep(key, call, fresh))));
  }

  private Optional<CallResult> answered(Call call, Lookup<CachedAnswer> found) {
    Optional<List<Event>> events = found.value().flatMap(KeptAnswer::read);
    counts.add(call.function().name(), found, events.isPresent());
    return events.map(answer -> Answers.of(call, answer));
  }

  private void keep(CacheKey key, Call call, CallResult fresh) {
    if (fresh instanceof CallResult.Succeeded(var outcome)) {
      KeptAnswer.of(outcome, call.function().name(), version, clock.instant())
          .ifPresent(
              answer ->
                  answers
                      .put(key, answer, life)
                      .subscribe()
                      .with(_ -> {}, bug -> Log.errorf(bug, "A cache failed")));
    }
  }
}
