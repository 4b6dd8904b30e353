package dev.runnel.server.runs;

import dev.runnel.engine.run.RunEvent;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * One reader of a run: gets what has happened, then what happens, until the run is over, or given
 * up. It reads the journal from its own position whenever it is told that there is more, so nothing
 * is lost or doubled between then and now. Nothing is kept for a reader that is slow: it waits
 * until the reader has taken what was sent, and cuts it off when that takes too long. Everything
 * happens on the connection's event loop.
 */
final class EventStream {

  private final EventStreams streams;
  private final String run;
  private final Context context;
  private final HttpServerResponse response;
  private final Runnable told = this::told;
  private int sent;
  private boolean more = true;
  private boolean reading;
  private boolean closed;
  private long heartbeat;
  private long patience;

  /**
   * A stream that is not open yet.
   *
   * @param context the connection's
   * @param sent how many events the reader has already
   */
  EventStream(
      EventStreams streams, String run, Context context, HttpServerResponse response, int sent) {
    this.streams = streams;
    this.run = run;
    this.context = context;
    this.response = response;
    this.sent = sent;
  }

  /** Begins; the stream counts as open already. */
  void open() {
    response.closeHandler(_ -> close());
    response.exceptionHandler(_ -> close());
    if (response.closed()) {
      close();
      return;
    }
    response.drainHandler(_ -> drained());
    response
        .setChunked(true)
        .putHeader("Content-Type", ServerSentEvent.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store");
    heartbeat =
        streams.vertx().setPeriodic(streams.heartbeat().toMillis(), _ -> onLoop(this::beat));
    streams.news().watch(run, told);
    goOn();
  }

  /** From any thread. */
  private void told() {
    onLoop(
        () -> {
          more = true;
          goOn();
        });
  }

  private void goOn() {
    if (!more || reading || waitsForReader()) {
      return;
    }
    more = false;
    reading = true;
    // Asked before: what is conducted no more then has been written to its end.
    boolean mayGoOn = streams.mayGoOn(run);
    streams
        .journal()
        .read(run)
        .subscribe()
        .with(
            events -> onLoop(() -> read(events, mayGoOn)),
            unreadable -> onLoop(() -> giveUp(unreadable)));
  }

  private void read(List<RunEvent> events, boolean mayGoOn) {
    reading = false;
    while (sent < events.size() && !waitsForReader()) {
      write(ServerSentEvent.of(events.get(sent), run, sent + 1));
      sent++;
    }
    if (sent < events.size()) {
      more = true; // once the reader has taken what was sent
    } else if (!mayGoOn || events.isEmpty() || events.getLast() instanceof RunEvent.Ended) {
      finish();
    } else {
      goOn();
    }
  }

  private void beat() {
    if (!waitsForReader()) {
      write(ServerSentEvent.HEARTBEAT);
    }
  }

  private void write(Buffer text) {
    response.write(text);
    if (response.writeQueueFull()) {
      patience = streams.vertx().setTimer(streams.patience().toMillis(), _ -> onLoop(this::cutOff));
    }
  }

  private boolean waitsForReader() {
    return patience != 0;
  }

  private void drained() {
    stopWaiting();
    goOn();
  }

  private void stopWaiting() {
    streams.vertx().cancelTimer(patience);
    patience = 0;
  }

  private void cutOff() {
    Log.warnf("A reader of run %s takes nothing, and is cut off", run);
    response.reset();
    close();
  }

  /** The reader comes back by itself, and names what it has. */
  private void giveUp(Throwable unreadable) {
    Log.errorf(unreadable, "A stream of run %s ends: the journal cannot be read", run);
    finish();
  }

  private void finish() {
    close();
    response.end();
  }

  private void close() {
    if (closed) {
      return;
    }
    closed = true;
    streams.news().forget(run, told);
    streams.vertx().cancelTimer(heartbeat);
    stopWaiting();
    streams.leave();
  }

  private void onLoop(Runnable action) {
    context.runOnContext(
        _ -> {
          if (!closed) {
            action.run();
          }
        });
  }
}
