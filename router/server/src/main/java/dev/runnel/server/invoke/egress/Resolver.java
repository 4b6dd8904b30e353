package dev.runnel.server.invoke.egress;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of hosts. Called from event loops, never blocks. */
public interface Resolver {

  /** All addresses of the host, at least one; fails with an {@link java.io.IOException}. */
  Uni<List<InetAddress>> resolve(String host);
}
