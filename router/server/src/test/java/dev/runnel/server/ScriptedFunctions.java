package dev.runnel.server;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
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

/** A placement whose functions answer what a test has scripted; it remembers their calls. */
@ApplicationScoped
public class ScriptedFunctions implements Functions {

  /** How one function answers. */
  public interface Script {

    /**
     * Answers one call.
     *
     * @param nth which call of this function it is, from 1
     */
    Uni<CallResult> answer(Call call, int nth);
  }

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> count = new ConcurrentHashMap<>();

  /** Forgets scripts and calls; every function answers {@code null} again. */
  public void reset() {
    scripts.clear();
    calls.clear();
    count.clear();
  }

  public void script(String function, Script script) {
    scripts.put(function, script);
  }

  /** The function always answers this JSON. */
  public void answers(String function, String json) {
    script(function, (call, nth) -> Uni.createFrom().item(succeeded(json)));
  }

  /** The function always answers with these events. */
  public void emits(String function, Event... events) {
    script(function, (call, nth) -> Uni.createFrom().item(Answers.of(call, List.of(events))));
  }

  /** The function always says that it failed. */
  public void fails(String function, int status, String detail) {
    script(function, (call, nth) -> Uni.createFrom().item(failed(status, detail)));
  }

  /** The events that the function got, in order. */
  public List<Event> callsOf(String function) {
    return calls.stream()
        .filter(call -> call.function().name().equals(function))
        .map(Call::event)
        .toList();
  }

  /** The names of the functions that were called, in order. */
  public List<String> called() {
    return calls.stream().map(call -> call.function().name()).toList();
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return function.runtime() == RuntimeKind.JVM;
  }

  @Override
  public Uni<CallResult> call(Call call) {
    calls.add(call);
    String name = call.function().name();
    Script script = scripts.get(name);
    return script == null
        ? Uni.createFrom().item(succeeded("null"))
        : script.answer(call, count.merge(name, 1, Integer::sum));
  }

  public static CallResult succeeded(String json) {
    return new CallResult.Succeeded(Outcome.of(Data.json(json)));
  }

  public static CallResult failed(int status, String detail) {
    var problem = new Problem(status, "out-of-stock", "Out of stock", detail, null);
    return new CallResult.Failed(new Failure(problem, Certainty.REPORTED));
  }
}
