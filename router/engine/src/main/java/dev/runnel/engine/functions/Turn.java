package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function or chain is run on within a run. The same name on the same data is the same turn,
 * and happens once.
 *
 * @param name the function's or chain's
 * @param with how the data is picked from the event (field to JSON Pointer); empty: as it is
 * @param after the turn whose outcome is the data, in place of the event's; null where it is not
 */
public record Turn(String name, Map<String, String> with, @Nullable Turn after) {

  public Turn {
    with = Map.copyOf(with);
  }

  /** On the event as it came. */
  public static Turn onEvent(String name) {
    return new Turn(name, Map.of(), null);
  }

  public boolean isOnEvent() {
    return with.isEmpty() && after == null;
  }

  /**
   * The turns that this one needs: a function's dependencies, or the members of a chain, which get
   * what the chain gets, or one by one the outcome of the member before.
   */
  public List<Turn> needs(Manifest manifest) {
    return switch (manifest) {
      case FunctionManifest function ->
          function.dependencies().stream()
              .map(needed -> new Turn(needed.name(), needed.with(), null))
              .toList();
      case ChainManifest chain when chain.parallel() ->
          chain.functions().stream().map(member -> new Turn(member, with, after)).toList();
      case ChainManifest chain -> oneByOne(chain);
    };
  }

  private List<Turn> oneByOne(ChainManifest chain) {
    var members = new ArrayList<Turn>();
    for (String member : chain.functions()) {
      members.add(
          members.isEmpty()
              ? new Turn(member, with, after)
              : new Turn(member, Map.of(), members.getLast()));
    }
    return members;
  }
}
