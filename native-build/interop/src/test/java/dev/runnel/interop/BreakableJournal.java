package dev.runnel.interop;

import dev.runnel.journal.Journal;
import dev.runnel.journal.MemoryJournal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A journal in memory that takes no new runs while a test wants it so, and is itself otherwise. */
@Singleton
public class BreakableJournal {

  private static final int MAX_KEPT = 10_000;

  private final Journal memory = new MemoryJournal(MAX_KEPT, Long.MAX_VALUE);
  private volatile boolean broken;

  void breaks(boolean now) {
    broken = now;
  }

  /** A proxy, as only one of the journal's methods matters here. */
  @Produces
  @Singleton
  Journal journal() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, this::answer);
  }

  private Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (broken && method.getName().equals("begin")) {
      return Uni.createFrom().failure(new IllegalStateException("the journal is down"));
    }
    try {
      return method.invoke(memory, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
