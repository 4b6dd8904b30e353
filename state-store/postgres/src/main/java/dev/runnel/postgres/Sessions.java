package dev.runnel.postgres;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.UnreadableRecord;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hibernate's sessions, each in a Vert.x context of its own, wherever it is asked for. What breaks
 * because the connection had died in the pool is done once more.
 */
record Sessions(Vertx vertx, Mutiny.SessionFactory factory) {

  /** How long an answer is waited for: a database may stand still with all connections open. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Has one statement done, in no transaction but its own. Done twice, it must do no harm. */
  <T> Uni<T> ask(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return patiently(inContext(() -> factory.withStatelessSession(work)));
  }

  /**
   * The same, and only once: for a statement that must not be done again before it is known what
   * came of it.
   */
  <T> Uni<T> askOnce(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return unavailable(bounded(inContext(() -> factory.withStatelessSession(work))));
  }

  /** Asks for several things as they are at one moment. */
  <T> Uni<T> snapshot(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return change(
        session ->
            session
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate()
                .chain(done -> work.apply(session)));
  }

  /** Changes something, in one transaction. The work must do no harm when it is done twice. */
  <T> Uni<T> change(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return patiently(inTransaction(work));
  }

  private <T> Uni<T> inTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return inContext(
        () -> factory.withStatelessTransaction((session, transaction) -> work.apply(session)));
  }

  private static <T> Uni<T> patiently(Uni<T> work) {
    return unavailable(bounded(work).onFailure(Sessions::isOfTheDatabase).retry().atMost(1));
  }

  private static <T> Uni<T> bounded(Uni<T> work) {
    return work.ifNoItem().after(PATIENCE).fail();
  }

  private static <T> Uni<T> unavailable(Uni<T> work) {
    return work.onFailure(Sessions::isOfTheDatabase)
        .transform(why -> new JournalUnavailable("the database cannot be asked", why));
  }

  private static boolean isOfTheDatabase(Throwable why) {
    return !(why instanceof Fenced || why instanceof UnreadableRecord);
  }

  private <T> Uni<T> inContext(Supplier<Uni<T>> work) {
    return Uni.createFrom().emitter(answer -> run(work, answer));
  }

  private <T> void run(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    // Nobody else is ever in it, which is what Hibernate wants to know.
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(
        nothing ->
            Uni.createFrom().deferred(work::get).subscribe().with(answer::complete, answer::fail));
  }
}
