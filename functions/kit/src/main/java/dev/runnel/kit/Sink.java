package dev.runnel.kit;

import static dev.runnel.contract.ProblemType.FUNCTION_FAILED;
import static dev.runnel.contract.ProblemType.SINK_FAILED;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the events of an application go that nobody waits for: the sink that Knative names in
 * {@code K_SINK}, if it names one. The address is configuration only, never an event's.
 */
@ApplicationScoped
@Startup // so that a wrong address stops the start
class Sink {
  private static final Logger LOG = Logger.getLogger(Sink.class);

  /** All events of one answer are delivered within this time, or the delivery has failed. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Optional<SinkConnection> connection;
  private final EventOverrides overrides;

  Sink(
      Vertx vertx,
      @ConfigProperty(name = SinkConnection.KEY) Optional<String> address,
      @ConfigProperty(name = EventOverrides.KEY) Optional<String> overrides) {
    this.connection = address.map(url -> SinkConnection.to(url, vertx));
    this.overrides = overrides.map(EventOverrides::parse).orElse(EventOverrides.NONE);
  }

  /**
   * Posts the events one after the other, in their order, each until it is acknowledged; stops at
   * the first that is not. The result never fails. Events keep their ids, so that whoever gets one
   * twice can tell.
   */
  Uni<Delivery> deliver(List<Event> events) {
    return connection
        .map(sink -> posted(sink, events))
        .orElseGet(() -> Uni.createFrom().item(nowhere(events.size())));
  }

  private Uni<Delivery> posted(SinkConnection sink, List<Event> events) {
    return inOrder(sink, events)
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .<Delivery>map(_ -> new Delivery.Taken())
        .onFailure()
        .recoverWithItem(Sink::refused);
  }

  private Uni<List<Integer>> inOrder(SinkConnection sink, List<Event> events) {
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(event -> sink.post(overrides.on(event)))
        .collect()
        .asList();
  }

  private static Delivery nowhere(int events) {
    String detail =
        "The function answered with %d events and its caller takes one reply; set %s to the address"
                .formatted(events, SinkConnection.KEY)
            + " that takes several, or answer with one";
    return new Delivery.Refused(Problem.of(FUNCTION_FAILED, detail));
  }

  private static Delivery refused(Throwable thrown) {
    String reason = SinkConnection.reason(thrown);
    LOG.errorf("The events of a function were not delivered: %s", reason);
    LOG.debug("The events of a function were not delivered", thrown);
    return new Delivery.Refused(Problem.of(SINK_FAILED, reason + "; expected 2xx for every event"));
  }

  @PreDestroy
  void close() {
    connection.ifPresent(SinkConnection::close);
  }
}
