package dev.runnel.server.flow;

import dev.runnel.engine.run.Run;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a run ended, told to everyone who waits for it. Who waits no more is forgotten. */
final class Ending {

  private final Set<UniEmitter<? super Run>> waiting = new HashSet<>();
  private @Nullable Consumer<UniEmitter<? super Run>> news;

  /** The run when it is over. */
  Uni<Run> awaited() {
    return Uni.createFrom().<Run>emitter(this::await);
  }

  /** The run is over. */
  void reached(Run run) {
    tell(emitter -> emitter.complete(run));
  }

  /** Nobody here will know how the run ends. */
  void lost(Throwable why) {
    tell(emitter -> emitter.fail(why));
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void await(UniEmitter<? super Run> emitter) {
    Consumer<UniEmitter<? super Run>> known = newsOrWait(emitter);
    if (known == null) {
      emitter.onTermination(() -> forget(emitter));
    } else {
      known.accept(emitter);
    }
  }

  private synchronized @Nullable Consumer<UniEmitter<? super Run>> newsOrWait(
      UniEmitter<? super Run> emitter) {
    if (news == null) {
      waiting.add(emitter);
    }
    return news;
  }

  private synchronized void forget(UniEmitter<? super Run> emitter) {
    waiting.remove(emitter);
  }

  private void tell(Consumer<UniEmitter<? super Run>> what) {
    heardBy(what).forEach(what);
  }

  private synchronized List<UniEmitter<? super Run>> heardBy(
      Consumer<UniEmitter<? super Run>> what) {
    news = what;
    var all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
