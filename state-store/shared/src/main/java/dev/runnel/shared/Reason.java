package dev.runnel.shared;

import dev.runnel.infinispan.remote.RemoteUnavailableException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Why shared state could not be started, in a line for people. */
record Reason(ClusterConfig config) {

  private static final int DEEPEST = 20;

  String of(Throwable failure) {
    Throwable cause = failure;
    @Nullable Throwable next = failure;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      cause = next;
      if (cause instanceof BindException) {
        return "%s:%d cannot be listened at (%s). Another program has the port, or the address is none of this machine's; see runnel.cluster.port and runnel.cluster.address."
            .formatted(config.address(), config.port(), cause.getMessage());
      }
      if (cause instanceof RemoteUnavailableException) {
        return "runnel.cluster.remote: %s".formatted(text(cause));
      }
      next = cause.getCause();
    }
    return cause instanceof IllegalArgumentException ? text(cause) : cause.toString();
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }
}
