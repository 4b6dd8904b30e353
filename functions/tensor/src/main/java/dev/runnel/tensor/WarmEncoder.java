package dev.runnel.tensor;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The application's one encoder. An executable is started because a call is on its way, so it loads
 * the model at once, beside the rest of the start, and the call finds it ready or nearly so. In dev
 * mode the model is loaded by the first call instead: most reloads are about other functions and
 * should not pay for it. A load that fails is tried again by the next call.
 *
 * <p>The model belongs to this bean and is freed with it, so live reload leaks nothing. ONNX
 * Runtime's native part lives in its jar's class loader, which reloads keep, and may be loaded by
 * several class loaders, as its test shows.
 */
@ApplicationScoped
class WarmEncoder {

  private final Lock loading = new ReentrantLock();
  private volatile @Nullable SentenceEncoder loaded;
  private boolean stopped;

  void start(@Observes StartupEvent event) {
    Installation.here().flatMap(Installation::damage).ifPresent(WarmEncoder::refuse);
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
      Thread.ofPlatform().daemon().name("load-sentence-encoder").start(this::encoder);
    }
  }

  /** The encoder; the first caller loads it and others wait. */
  SentenceEncoder encoder() {
    SentenceEncoder ready = loaded;
    if (ready == null) {
      loading.lock();
      try {
        if (stopped) {
          throw new IllegalStateException("The application is stopping.");
        }
        ready = loaded == null ? SentenceEncoder.load() : loaded;
        loaded = ready;
      } finally {
        loading.unlock();
      }
    }
    return ready;
  }

  /** Ends the process; of this exception Quarkus prints the sentence and no more. */
  private static void refuse(String damage) {
    throw new ConfigurationException(damage);
  }

  @PreDestroy
  void stop() {
    loading.lock();
    try {
      stopped = true;
      if (loaded != null) {
        loaded.close();
      }
    } finally {
      loading.unlock();
    }
  }
}
