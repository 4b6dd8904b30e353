package dev.runnel.server.invoke.egress;

import dev.runnel.server.invoke.address.Destination;

/** Whether a call may go where it wants to. */
public sealed interface Clearance {

  /** It may, there. */
  record Cleared(Destination destination) implements Clearance {}

  /** It may not, and why. */
  record Denied(String why) implements Clearance {}

  /** Nobody knows where that is. */
  record Nowhere(String why) implements Clearance {}
}
