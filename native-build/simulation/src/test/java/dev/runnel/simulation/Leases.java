package dev.runnel.simulation;

import dev.runnel.journal.Membership;
import dev.runnel.journal.Routers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who lives, by what the journal has heard. */
final class Leases {

  private record Lease(long epoch, Duration until) {}

  private final VirtualTime time;
  private final Map<String, Lease> leases = new HashMap<>();
  private final Map<Long, String> routers = new HashMap<>();

  Leases(VirtualTime time) {
    this.time = time;
  }

  /** The router has joined, or has renewed its membership. */
  void heard(Membership member) {
    leases.put(member.router(), new Lease(member.epoch(), time.passed().plus(Routers.LEASE)));
    routers.put(member.epoch(), member.router());
  }

  void left(Membership member) {
    leases.computeIfPresent(
        member.router(), (_, lease) -> lease.epoch() == member.epoch() ? null : lease);
  }

  /** Whether the life of this epoch goes on. */
  boolean lives(long epoch) {
    return leases.values().stream()
        .anyMatch(lease -> lease.epoch() == epoch && lease.until().compareTo(time.passed()) > 0);
  }

  /** The router whose life had this epoch; empty where there was none. */
  String router(long epoch) {
    return routers.getOrDefault(epoch, "");
  }
}
