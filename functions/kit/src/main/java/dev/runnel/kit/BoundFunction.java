package dev.runnel.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunqyServerResponse;
import io.quarkus.funqy.runtime.RequestContextImpl;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyRequestImpl;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyResponseImpl;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * One function, ready to be called: its manifest, its method, and how data goes in and comes out.
 *
 * @param blocks whether its method may wait for something, and so needs a thread of its own
 */
record BoundFunction(
    FunctionManifest manifest,
    FunctionInvoker invoker,
    Parameter parameter,
    Reply reply,
    boolean blocks) {

  static BoundFunction of(FunctionManifest manifest, FunctionInvoker invoker, ObjectMapper json) {
    return new BoundFunction(
        manifest,
        invoker,
        Parameter.of(invoker, json),
        Reply.of(manifest, invoker, json),
        !invoker.getTargetClass().isAnnotationPresent(NonBlocking.class));
  }

  /**
   * The answer to an event; fails with what the function throws. Blocks as long as its method does.
   */
  Uni<FunctionAnswer> call(Event event) {
    Event received = CallData.of(manifest.input(), event);
    return switch (parameter.read(received)) {
      case ParameterReading.Unreadable(Problem problem) ->
          Uni.createFrom().item(new FunctionAnswer.Failed(problem, true));
      case ParameterReading.Value(Object value) -> answer(received, value);
    };
  }

  private Uni<FunctionAnswer> answer(Event event, @Nullable Object value) {
    ManagedContext scope = Arc.container().requestContext();
    ContextState state = scope.activate();
    return Uni.createFrom()
        .deferred(() -> invoke(event, value))
        .map(returned -> reply.answer(event, returned))
        .onTermination()
        .invoke(() -> scope.destroy(state));
  }

  /** What the method returns. A further parameter with {@code @Context} gets the event. */
  private Uni<?> invoke(Event event, @Nullable Object value) {
    var context = new RequestContextImpl();
    context.setContextData(Event.class, event);
    context.setContextData(
        CloudEvent.class,
        value instanceof ReceivedEvent received ? received : new ReceivedEvent(event, value));
    FunqyServerResponse response = new FunqyResponseImpl();
    invoker.invoke(new FunqyRequestImpl(context, value), response);
    return response.getOutput();
  }
}
