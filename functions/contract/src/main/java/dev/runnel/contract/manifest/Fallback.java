package dev.runnel.contract.manifest;

import dev.runnel.contract.Data;

/** What stands in for a function that failed. */
public sealed interface Fallback {

  /** Another function or chain. */
  record ToFunction(String name) implements Fallback {}

  /** A fixed JSON value; only as the last of a list. */
  record ToValue(Data value) implements Fallback {}
}
