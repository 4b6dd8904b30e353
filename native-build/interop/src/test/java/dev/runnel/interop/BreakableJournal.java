package dev.runnel.interop;

import dev.runnel.journal.Journal;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryRouters;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** A journal in memory that takes no new runs while a test wants it so, and is itself otherwise. */
@Singleton
public class BreakableJournal {

  private static final int MAX_KEPT = 10_000;

  private final Routers memory;
  private volatile boolean broken;

  BreakableJournal(Clock clock) {
    this.memory = new MemoryRouters(new MemoryJournal(MAX_KEPT, Long.MAX_VALUE), clock);
  }

  void breaks(boolean now) {
    broken = now;
  }

  /** Proxies, as only one of the journal's methods matters here. */
  @Produces
  @Singleton
  Routers routers() {
    return proxy(
        Routers.class,
        (proxy, method, arguments) -> {
          Object answer = invoke(memory, method, arguments);
          return answer instanceof Journal sound ? breakable(sound) : answer;
        });
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private Journal breakable(Journal sound) {
    return proxy(
        Journal.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "begin" -> broken ? down() : invoke(sound, method, arguments);
              case "equals" -> proxy == arguments[0];
              default -> invoke(sound, method, arguments);
            });
  }

  private static Uni<?> down() {
    return Uni.createFrom().failure(new IllegalStateException("the journal is down"));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
