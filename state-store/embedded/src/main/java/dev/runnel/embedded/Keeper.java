package dev.runnel.embedded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sees that a server which is used runs, and is watched. */
final class Keeper implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Keeper.class.getName());
  private static final long PAUSE_MILLIS = 250;

  private final Server server;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("runnel-database-keeper").factory());
  private volatile Postmaster postmaster;

  /** Touched by the thread only. */
  private String complaint = "";

  Keeper(Server server, Postmaster postmaster) {
    this.server = server;
    this.postmaster = postmaster;
    var _ =
        thread.scheduleWithFixedDelay(
            this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The server as it was last seen. */
  Postmaster postmaster() {
    return postmaster;
  }

  /** Takes note of a server that was started. */
  Postmaster found(Postmaster started) {
    postmaster = started;
    return started;
  }

  /** Returns when nothing will be started any more. */
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      if (!postmaster.runsOver(server.folder()) || !IdleWatch.isOver(server.folder())) {
        FolderLock.whileHeld(server.folder().lock(), () -> found(server.up()));
        complaint = "";
      }
    } catch (IOException | RuntimeException e) {
      // The next look tries again.
      complain(String.valueOf(e.getMessage()));
    }
  }

  /** Once for each reason. */
  private void complain(String reason) {
    if (!reason.equals(complaint)) {
      complaint = reason;
      LOG.log(Level.WARNING, "the embedded database is down, and is tried again: {0}", reason);
    }
  }
}
