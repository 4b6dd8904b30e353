package dev.runnel.faults.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Callers who wait for each answer before they send again, each over a connection that it keeps.
 * One of four waits until its event's run, which takes 2 s, is over.
 */
public final class Callers {

  private static final int PATIENT = 4;
  private static final String WISH = "wait=30";

  private final List<Caller> callers;
  private final List<Thread> threads;

  private Callers(List<Caller> callers) {
    this.callers = callers;
    this.threads = callers.stream().map(it -> Thread.ofVirtual().start(it)).toList();
  }

  /** So many, who begin at once. */
  public static Callers start(int port, String source, int number) {
    return new Callers(
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    i % PATIENT == 0
                        ? new Caller(port, source, i, Kind.SLOW, WISH)
                        : new Caller(port, source, i, Kind.SINGLE, ""))
            .toList());
  }

  /** All that they have sent, when the last of them has found that nobody listens any more. */
  public List<Request> requests() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    return callers.stream().flatMap(it -> it.requests().stream()).toList();
  }
}
