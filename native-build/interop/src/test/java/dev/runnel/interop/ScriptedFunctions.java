package dev.runnel.interop;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** The functions behind the router: they answer as scripted, and remember what they were given. */
@ApplicationScoped
public class ScriptedFunctions implements Functions {

  private final Map<String, Function<Call, Uni<CallResult>>> scripts = new ConcurrentHashMap<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /** Forgets scripts and calls; every function answers nothing again. */
  void reset() {
    scripts.clear();
    calls.clear();
  }

  void script(String function, Function<Call, Uni<CallResult>> script) {
    scripts.put(function, script);
  }

  /** The function always answers with these events. */
  void emits(String function, Event... events) {
    script(function, call -> Uni.createFrom().item(Answers.of(call, List.of(events))));
  }

  /** The function always says that it failed. */
  void fails(String function) {
    var problem = new Problem(422, "out-of-stock", "Out of stock", "There is none left", null);
    var failed = new CallResult.Failed(new Failure(problem, Certainty.REPORTED));
    script(function, _ -> Uni.createFrom().item(failed));
  }

  /** The names of the functions that were called, in order. */
  List<String> called() {
    return calls.stream().map(call -> call.function().name()).toList();
  }

  /** The events that functions were given, in order. */
  List<Event> received() {
    return calls.stream().map(Call::event).toList();
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return function.runtime() == RuntimeKind.JVM;
  }

  @Override
  public Uni<CallResult> call(Call call) {
    calls.add(call);
    return scripts.getOrDefault(call.function().name(), ScriptedFunctions::nothing).apply(call);
  }

  private static Uni<CallResult> nothing(Call call) {
    return Uni.createFrom().item(Answers.of(call, List.of()));
  }
}
