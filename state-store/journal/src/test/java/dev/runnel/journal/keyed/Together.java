package dev.runnel.journal.keyed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers on threads of their own. */
public final class Together {

  private Together() {}

  /** What each of them comes to, in order. */
  public static <T> List<T> all(int callers, IntFunction<Callable<T>> work)
      throws InterruptedException {
    List<Callable<T>> calls = IntStream.range(0, callers).mapToObj(work).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
