package dev.runnel.server.invoke;

import dev.runnel.cache.MemoryStateStore;
import dev.runnel.server.Configured;
import dev.runnel.server.Timeouts;
import dev.runnel.server.config.EgressConfig;
import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.invoke.balance.Destinations;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.invoke.cache.AnswerCounts;
import dev.runnel.server.invoke.egress.AllowList;
import dev.runnel.server.invoke.egress.Egress;
import dev.runnel.server.invoke.egress.Resolver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Guards as the router makes them, over placements that a test brings. */
public final class GuardsOver {

  private final Map<String, String> properties = new TreeMap<>();
  private final List<Functions> placements = new ArrayList<>();
  private @Nullable Fleet fleet;
  private Clock clock = Clock.systemUTC();
  private Resolver resolver = GuardsOver::loopback;

  public static GuardsOver placements(Functions... placements) {
    var over = new GuardsOver();
    over.placements.addAll(List.of(placements));
    return over;
  }

  public GuardsOver and(Functions placement) {
    placements.add(placement);
    return this;
  }

  public Clock clock() {
    return clock;
  }

  public GuardsOver with(String key, String value) {
    properties.put(key, value);
    return this;
  }

  public GuardsOver at(Clock time) {
    clock = time;
    return this;
  }

  public GuardsOver resolving(Resolver names) {
    resolver = names;
    return this;
  }

  public Guards guards() {
    return new Guards(
        List.copyOf(placements),
        new GuardConfiguration(
            part(GuardsConfig.class), fleet(), egress(), new Timeouts(), caches(), clock));
  }

  private ResultCaches caches() {
    return new ResultCaches(
        new MemoryStateStore("router", clock), new AnswerCounts(new SimpleMeterRegistry()), clock);
  }

  /** One and the same, however often it is asked for. */
  public Fleet fleet() {
    if (fleet == null) {
      fleet = new Fleet(part(GuardsConfig.class), part(PlacementsConfig.class), destinations());
    }
    return fleet;
  }

  public Destinations destinations() {
    return new Destinations(part(PlacementsConfig.class), egress());
  }

  public Egress egress() {
    return new Egress(AllowList.of(part(EgressConfig.class).allow()), resolver);
  }

  public <T> T part(Class<T> part) {
    return Configured.as(part, properties);
  }

  private static Uni<List<InetAddress>> loopback(String host) {
    return host.equals("localhost")
        ? Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()))
        : Uni.createFrom().failure(new IOException("no test asks for names"));
  }
}
