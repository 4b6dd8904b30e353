package dev.runnel.bench.match;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.sql.EvaluationRuntime;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.Parser;
import io.cloudevents.sql.Result;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether a compiled CESQL expression accepts an event: ours, and the CloudEvents SDK's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CesqlBench {

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "tenant",
          "acme",
          "region",
          "eu",
          "priority",
          "high",
          "seats",
          "5",
          "hop",
          "5",
          "ttl",
          "10");

  @Param({
    "type = 'order.placed'",
    "type = 'order.placed' AND source LIKE '/eu/%' AND tenant = 'acme' AND region = 'eu'",
    "type IN ('order.sent', 'order.paid', 'order.placed')",
    "subject LIKE '%.png'",
    "source LIKE '/eu/%/orders/_%'",
    "seats > 3 AND seats <= 8",
    "EXISTS tenant AND tenant = 'acme'",
    "NOT (priority = 'low') OR region = 'us'",
    "LOWER(LEFT(subject, 6)) = 'images'",
    "INT(hop) < INT(ttl) AND INT(hop) < 1000",
    "zone = 'a' AND type = 'order.placed'",
    "type = 'order.sent' AND tenant = 'acme'"
  })
  String expression = "";

  private final Event event =
      Event.of("4711", "/eu/shop/orders/17", "order.placed", Data.NONE)
          .with(Map.of("subject", "images/receipt.png"))
          .with(EXTENSIONS);
  private final CloudEvent sameEvent = sameEvent();
  private final EvaluationRuntime runtime = EvaluationRuntime.getDefault();

  private CesqlExpression ours = compiled("TRUE");
  private Expression theirs = Parser.parseDefault("TRUE");

  /** Both must say the same, or there is nothing to compare. */
  @Setup
  public void compile() {
    ours = compiled(expression);
    theirs = Parser.parseDefault(expression);
    if (ours() != cloudEventsSql()) {
      throw new IllegalStateException("the two do not say the same of " + expression);
    }
  }

  @Benchmark
  public boolean ours() {
    return ours.accepts(event);
  }

  @Benchmark
  public boolean cloudEventsSql() {
    Result result = theirs.evaluate(runtime, sameEvent);
    return !result.isFailed() && Boolean.TRUE.equals(result.value());
  }

  private static CesqlExpression compiled(String expression) {
    try {
      return CesqlExpression.compile(expression);
    } catch (CesqlSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
  }

  private CloudEvent sameEvent() {
    var builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(URI.create(event.source()))
            .withType(event.type())
            .withSubject("images/receipt.png");
    EXTENSIONS.forEach(builder::withExtension);
    return builder.build();
  }
}
