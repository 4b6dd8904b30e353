package dev.runnel.server.invoke.egress;

import dev.runnel.server.config.EgressConfig;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.address.Wire;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Decides where calls may go. A host is resolved once, every address that it has must be allowed,
 * and the call goes to the address that was looked at: what the name resolves to a moment later
 * does not count. Unix sockets stand in the configuration only, and are always allowed.
 */
@Singleton
public class Egress {

  private final AllowList allowed;
  private final Resolver resolver;

  @Inject
  Egress(EgressConfig config, Resolver resolver) {
    this(AllowList.of(config.allow()), resolver);
  }

  public Egress(AllowList allowed, Resolver resolver) {
    this.allowed = allowed;
    this.resolver = resolver;
  }

  /** What is wrong with a destination as far as its text tells; nothing is resolved. */
  public Optional<String> objection(Destination to) {
    return to.wire() == Wire.UNIX || allowed.names(to.host(), to.port())
        ? Optional.empty()
        : Optional.of(to.authority() + " is not a place that calls may go to");
  }

  /** What would be right. */
  public String expected() {
    return "a place that runnel.egress.allow lists (now: " + allowed + ")";
  }

  /** Whether the destination may be connected to, and at which address. */
  public Uni<Clearance> clear(Destination to) {
    if (to.wire() == Wire.UNIX) {
      return Uni.createFrom().item(new Clearance.Cleared(to));
    }
    if (Network.isLiteral(to.host())) {
      return Uni.createFrom().item(() -> judged(to, List.of(InetAddress.ofLiteral(to.host()))));
    }
    return objection(to)
        .map(why -> Uni.createFrom().<Clearance>item(new Clearance.Denied(why)))
        .orElseGet(() -> resolved(to));
  }

  private Uni<Clearance> resolved(Destination to) {
    return resolver
        .resolve(to.host())
        .map(addresses -> judged(to, addresses))
        .onFailure()
        .recoverWithItem(
            unknown -> new Clearance.Nowhere(to.host() + " has no address; its name is unknown"));
  }

  private Clearance judged(Destination to, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      return new Clearance.Nowhere(to.host() + " has no address");
    }
    return addresses.stream().allMatch(address -> allowed.allows(to.host(), to.port(), address))
        ? new Clearance.Cleared(to.at(addresses.getFirst()))
        : new Clearance.Denied(to.authority() + " leads to an address that calls may not go to");
  }
}
