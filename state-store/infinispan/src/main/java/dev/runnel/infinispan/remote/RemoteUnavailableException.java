package dev.runnel.infinispan.remote;

import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.jspecify.annotations.Nullable;

/** Why a remote Infinispan cannot be used, and what is to be done about it. */
public final class RemoteUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final int DEEPEST = 20;

  RemoteUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the server, or whoever was in the way, said: without the server's own stack trace. */
  static String reason(HotRodClientException failure) {
    Throwable cause = failure;
    @Nullable Throwable next = failure.getCause();
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      cause = next;
      next = cause.getCause();
    }
    String said = cause.getMessage();
    return said == null ? cause.toString() : said.lines().findFirst().orElse(said);
  }
}
