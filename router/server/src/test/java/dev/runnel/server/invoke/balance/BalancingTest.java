package dev.runnel.server.invoke.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.config.Strategy;
import dev.runnel.server.invoke.address.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of a function's URLs gets the next call. */
class BalancingTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");

  private final List<Endpoint> three =
      Stream.of("a", "b", "c").map(BalancingTest::endpoint).toList();
  private final Random random = new Random(7);

  @Test
  void takesOneAfterTheOther() {
    Endpoints endpoints = endpoints(Strategy.ROUND_ROBIN);

    assertThat(IntStream.range(0, 7).mapToObj(_ -> chosen(endpoints)))
        .containsExactly("a", "b", "c", "a", "b", "c", "a");
  }

  @Test
  void takesTheOneWithTheFewestCalls() {
    Endpoints endpoints = endpoints(Strategy.LEAST_CONNECTIONS);
    begin(0, 3);
    begin(1, 1);
    begin(2, 2);
    assertThat(chosen(endpoints)).isEqualTo("b");

    begin(1, 2);
    assertThat(chosen(endpoints)).isEqualTo("c");

    three.get(0).end();
    three.get(0).end();
    assertThat(chosen(endpoints)).isEqualTo("a");
  }

  @Test
  void takesAnyOfThoseWithTheFewestCalls() {
    Map<String, Long> shares = shares(endpoints(Strategy.LEAST_CONNECTIONS));

    assertThat(shares.values()).hasSize(3).allSatisfy(it -> assertThat(it).isBetween(900L, 1_100L));
  }

  @Test
  void takesTheFastTwiceAsOftenAsThoseThatTakeTwiceAsLong() {
    answer(0, 10);
    answer(1, 20);
    answer(2, 40);

    Map<String, Long> shares = shares(endpoints(Strategy.WEIGHTED_RESPONSE_TIME));

    // 4/7, 2/7 and 1/7 of 3,000
    assertThat(shares.get("a")).isBetween(1_620L, 1_810L);
    assertThat(shares.get("b")).isBetween(770L, 945L);
    assertThat(shares.get("c")).isBetween(360L, 500L);
  }

  @Test
  void triesTheOneThatHasNotAnsweredYet() {
    answer(0, 10);
    answer(1, 10);

    assertThat(shares(endpoints(Strategy.WEIGHTED_RESPONSE_TIME)).get("c")).isBetween(900L, 1_100L);
  }

  @Test
  void noticesThatAUrlHasBecomeFaster() {
    answer(0, 100);
    for (int i = 0; i < 20; i++) {
      answer(0, 10);
    }

    assertThat(three.getFirst().averageNanos()).isBetween(10e6, 11e6);
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutThoseThatFail(Strategy strategy) {
    Endpoints endpoints = endpoints(strategy);
    three.get(1).unwell(NOW);

    assertThat(shares(endpoints)).containsOnlyKeys("a", "c");
    three.get(1).well();
    assertThat(shares(endpoints)).containsOnlyKeys("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource
  void takesAnyWhenAllFail(Strategy strategy) {
    Endpoints endpoints = endpoints(strategy);
    three.forEach(endpoint -> endpoint.unwell(NOW));

    assertThat(shares(endpoints)).containsOnlyKeys("a", "b", "c");
  }

  private void begin(int endpoint, int calls) {
    IntStream.range(0, calls).forEach(_ -> three.get(endpoint).begin());
  }

  private void answer(int endpoint, int millis) {
    three.get(endpoint).answered(Duration.ofMillis(millis));
  }

  private Map<String, Long> shares(Endpoints endpoints) {
    return IntStream.range(0, 3_000)
        .mapToObj(_ -> chosen(endpoints))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private String chosen(Endpoints endpoints) {
    return endpoints.choose(NOW, random).destination().host();
  }

  private Endpoints endpoints(Strategy strategy) {
    return new Endpoints(three, Balancing.of(strategy));
  }

  private static Endpoint endpoint(String host) {
    var rule = new Ejection.Rule(1, Duration.ofSeconds(5), Duration.ofSeconds(5));
    return new Endpoint(Destination.of("http://" + host, "one"), Optional.empty(), rule);
  }
}
