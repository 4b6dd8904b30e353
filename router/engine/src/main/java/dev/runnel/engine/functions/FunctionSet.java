package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.*;
import java.util.*;

/** Placeholder until merged. */
public final class FunctionSet {
  private final TreeMap<String, FunctionManifest> all = new TreeMap<>();

  public static FunctionSetReading of(Collection<Declared> declared) {
    var s = new FunctionSet();
    declared.forEach(d -> s.all.put(d.manifest().name(), (FunctionManifest) d.manifest()));
    return new FunctionSetReading.Accepted(s);
  }

  public Collection<FunctionManifest> functions() {
    return all.values();
  }

  public FunctionManifest function(String name) {
    return Objects.requireNonNull(all.get(name));
  }
}
