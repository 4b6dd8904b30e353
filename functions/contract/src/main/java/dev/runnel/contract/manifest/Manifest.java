package dev.runnel.contract.manifest;

import java.util.List;

/** One document of a {@code function.yaml}: a function, or a chain of functions. */
public sealed interface Manifest permits FunctionManifest, ChainManifest {

  /** Unique among functions and chains: {@code [a-z][a-z0-9-]{0,62}}. */
  String name();

  /** What messages call it: {@code function} or {@code chain}. */
  default String kind() {
    return switch (this) {
      case FunctionManifest _ -> "function";
      case ChainManifest _ -> "chain";
    };
  }

  /** Any of them starts it; empty means that it never runs by itself. */
  List<Trigger> triggers();

  /** What to try in order when it failed; a constant can only be the last. */
  List<Fallback> fallback();
}
