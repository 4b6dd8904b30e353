package dev.runnel.server.functions;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.journal.Manifests;
import dev.runnel.journal.Manifests.Content;
import dev.runnel.journal.Manifests.Writing;
import dev.runnel.server.config.FunctionsConfig;
import dev.runnel.server.invoke.Guards;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions that the router knows: those of the capabilities, any error in which stops the
 * start, and those that the journal has kept. Edits are made one after the other; each is written
 * first, and then in force for all events that come, at once.
 */
@Singleton
@Startup
public class Registry {

  /** Changes of other routers that may come in between before an edit is given up. */
  private static final int MAX_OVERTAKEN = 10;

  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Sequencer sequencer = new Sequencer(Infrastructure.getDefaultWorkerPool());
  private final Manifests manifests;
  private final Announcements announcements;
  private final Guards guards;
  private final Shipped shipped;
  private final Reviewer reviewer;
  private final CompletableFuture<Registrations> first = new CompletableFuture<>();
  private volatile @Nullable Registrations loaded;

  Registry(
      FunctionsConfig config, Guards guards, Manifests manifests, Announcements announcements) {
    this.manifests = manifests;
    this.announcements = announcements;
    this.guards = guards;
    this.reviewer = new Reviewer(guards::objections, config.maxPut());
    this.shipped =
        Shipped.of(
            config
                .manifests()
                .map(ManifestFiles::in)
                .orElseGet(
                    () ->
                        ManifestFiles.onClassPath(Thread.currentThread().getContextClassLoader())),
            guards::objections);
    load();
  }

  /** What new events are handled under; nothing as long as the journal has not been read. */
  public Optional<Catalog> current() {
    return loaded().map(Registrations::catalog);
  }

  /** Everything that is loaded; nothing as long as the journal has not been read. */
  public Optional<Registrations> loaded() {
    return Optional.ofNullable(loaded);
  }

  /** What is loaded first, when the journal has been read. */
  public CompletableFuture<Registrations> firstLoaded() {
    return first.copy();
  }

  /** Makes a change, when it is its turn. The answer comes when the change is in force. */
  public Uni<EditResult> edit(Edit edit) {
    return loaded == null
        ? Uni.createFrom().item(unavailable("The functions are not loaded yet"))
        : sequencer.take(
            () ->
                Uni.createFrom()
                    .deferred(() -> attempt(edit))
                    .onFailure()
                    .recoverWithItem(Registry::notWritten),
            () -> unavailable("Too many changes wait already; send the request again later"));
  }

  /**
   * Puts in force what other routers have written since, when it is its turn; fails where the
   * journal cannot be read.
   *
   * @return whether there was a chance to look
   */
  Uni<Boolean> refresh() {
    return loaded == null
        ? Uni.createFrom().item(false)
        : sequencer.take(() -> latest().replaceWith(true), () -> false);
  }

  /** Other routers may make changes too: each edit is held against the latest revision. */
  private Uni<EditResult> attempt(Edit edit) {
    return latest()
        .chain(now -> conclude(reviewer.review(now, edit)))
        .onFailure(Overtaken.class)
        .retry()
        .atMost(MAX_OVERTAKEN);
  }

  private Uni<Registrations> latest() {
    return Uni.createFrom()
        .deferred(manifests::revision)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(this::upTo);
  }

  private Uni<Registrations> upTo(long revision) {
    return loaded()
        .filter(now -> now.revision() == revision)
        .map(Uni.createFrom()::item)
        .orElseGet(
            () -> manifests.read().emitOn(Infrastructure.getDefaultWorkerPool()).map(this::follow));
  }

  /**
   * Puts in force what others have written. Writes nothing: where they have other versions of what
   * capabilities bring, each router goes on with its own.
   */
  private Registrations follow(Content content) {
    Draft draft = restored(content);
    Registrations now = draft.written(content.revision(), numbers(), loaded());
    loaded = now;
    Log.infof(
        "Revision %d of the functions is in force, as another router has written it",
        now.revision());
    return now;
  }

  private Draft restored(Content content) {
    FunctionSet accepted = loaded().map(now -> now.catalog().functions()).orElseGet(shipped::set);
    return Restoring.of(content, shipped, guards::objections, accepted);
  }

  private Map<String, Integer> numbers() {
    return loaded().stream()
        .flatMap(now -> now.all().values().stream())
        .collect(Collectors.toMap(Registration::name, Registration::version));
  }

  private Uni<EditResult> conclude(Review review) {
    return switch (review) {
      case Review.Closed(EditResult result) -> Uni.createFrom().item(result);
      case Review.Good good -> write(good.before().revision(), good.draft()).map(good::done);
    };
  }

  /** Puts the draft in force, once the journal has what is new in it. */
  private Uni<Registrations> write(long revision, Draft draft) {
    Uni<Writing> writing =
        draft.changes().isEmpty()
            ? Uni.createFrom().item(new Writing.Written(revision, Map.of()))
            : manifests.append(revision, draft.changes());
    return writing.chain(written -> publish(draft, written));
  }

  private Uni<Registrations> publish(Draft draft, Writing writing) {
    return switch (writing) {
      case Writing.Written written -> {
        Registrations now = draft.written(written.revision(), written.numbers(), loaded());
        loaded = now;
        announcements.tell(draft.changes(), written);
        yield Uni.createFrom().item(now);
      }
      case Writing.Overtaken _ -> Uni.createFrom().failure(new Overtaken());
    };
  }

  /** Puts in force what the journal has, and writes to it what capabilities bring. */
  private Uni<Registrations> restore(Content content) {
    return write(content.revision(), restored(content));
  }

  /** A journal in memory answers at once; others are asked until they do. */
  private void load() {
    Uni.createFrom()
        .deferred(manifests::read)
        .chain(this::restore)
        .onFailure()
        .invoke(failure -> Log.warnf("The functions cannot be loaded yet: %s", failure))
        .onFailure()
        .retry()
        .withBackOff(SOON, LATER)
        .indefinitely()
        .subscribe()
        .with(this::announce, failure -> Log.errorf(failure, "The functions cannot be loaded"));
  }

  private void announce(Registrations now) {
    first.complete(now);
    now.catalog().functions().functions().stream()
        .filter(function -> !guards.reaches(function))
        .forEach(
            function ->
                Log.warnf("Nothing here can call %s (%s)", function.name(), function.runtime()));
    now.held().forEach((name, reason) -> Log.warnf("%s is held: %s", name, reason));
    Log.infof("%d functions are loaded", now.all().size() - now.held().size());
    // Not before events are taken: with very many functions this takes a second.
    Infrastructure.getDefaultWorkerPool().execute(() -> warn(now));
  }

  private static void warn(Registrations now) {
    WarningLines.about(now.all().values().stream().map(Registration::declared).toList())
        .forEach(Log::warn);
  }

  private static EditResult notWritten(Throwable failure) {
    Log.errorf(failure, "The journal did not write a change of functions");
    return unavailable(
        "The journal cannot be reached, so nobody knows whether the change is made."
            + " Send the request again");
  }

  private static EditResult unavailable(String detail) {
    return new EditResult.Refused(Problem.of(ProblemType.UNAVAILABLE, detail));
  }

  /** The journal has another revision than the one that an edit was held against. */
  private static final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Overtaken() {
      super("other changes came in between", null, false, false);
    }
  }
}
