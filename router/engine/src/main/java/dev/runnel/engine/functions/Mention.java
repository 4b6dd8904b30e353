package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a manifest where it names another function or chain, without which it cannot run.
 *
 * @param pointer JSON Pointer to the place
 */
public record Mention(String pointer, String name) {

  /** Every place where the manifest names another. */
  public static List<Mention> in(Manifest manifest) {
    List<Mention> mentions = new ArrayList<>();
    switch (manifest) {
      case FunctionManifest function -> {
        add(
            "/dependencies/",
            function.dependencies().stream().map(Dependency::name).toList(),
            mentions);
        if (function.compensate() != null) {
          mentions.add(new Mention("/compensate", function.compensate()));
        }
      }
      case ChainManifest chain -> add("/functions/", chain.functions(), mentions);
    }
    List<Fallback> fallbacks = manifest.fallback();
    for (int i = 0; i < fallbacks.size(); i++) {
      if (fallbacks.get(i) instanceof Fallback.ToFunction(String name)) {
        mentions.add(new Mention("/fallback/" + i, name));
      }
    }
    return mentions;
  }

  private static void add(String list, List<String> names, List<Mention> mentions) {
    for (String name : names) {
      mentions.add(new Mention(list + mentions.size(), name));
    }
  }
}
