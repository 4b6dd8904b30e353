package dev.runnel.engine.plan;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Input;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One function's or chain's turn within a run, with all that may stand in for it.
 *
 * @param id unique in the plan: the function's name, with {@code .2}, {@code .3} … where the same
 *     function runs on different data
 * @param because why the event matched it, for a goal; null for a step that others need
 * @param needs the steps whose outcomes it waits for, by the dependency's or member's name
 * @param with how its data is built from the event (field to JSON Pointer); empty: as it is
 * @param after the step before it in a chain, whose outcome is its data in place of the event's,
 *     and without which neither it nor a fallback is called; null where there is none
 * @param choices the function or chain, then its fallbacks in order; never empty, the first is no
 *     constant
 */
public record Step(
    String id,
    @Nullable String because,
    Map<String, String> needs,
    Map<String, String> with,
    @Nullable String after,
    List<Choice> choices) {

  public Step {
    needs = Map.copyOf(needs);
    with = Map.copyOf(with);
    choices = List.copyOf(choices);
  }

  /**
   * What such a step is called: the function's name, which has no dot, and its turn after the
   * first.
   */
  static String id(String function, int turn) {
    return turn == 1 ? function : function + "." + turn;
  }

  /** The name of the function or chain whose turn the step of this id is. */
  public static String functionOf(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /** The same turn, with something else to try. */
  public Step with(List<Choice> others) {
    return new Step(id, because, needs, with, after, others);
  }

  /** Whether the event matched it: the run fails where it ends without an outcome. */
  public boolean isGoal() {
    return because != null;
  }

  /** Whether its outcome is made of what others have done, and not by a call. */
  public boolean isChain() {
    return choices.getFirst() instanceof Choice.Joined;
  }

  /**
   * The name of the function or chain whose turn it is; its fallbacks' outcomes go by this name
   * too.
   */
  public String function() {
    return switch (choices.getFirst()) {
      case Choice.Call call -> call.function().name();
      case Choice.Joined joined -> joined.chain().name();
      case Choice.Constant constant -> throw new IllegalStateException(id + " is nobody's turn");
    };
  }

  /** What the function gets when this step calls it: within a chain, whatever it asks for. */
  public Input input(FunctionManifest called) {
    return after == null ? called.input() : new Input.OfEvent();
  }

  /** The steps that come before it, each once or more. */
  public Stream<String> waitsFor() {
    return Stream.concat(needs.values().stream(), Stream.ofNullable(after));
  }
}
