package dev.runnel.faults.ledger;

/**
 * What the router says of a run.
 *
 * @param dead whether it has a dead letter
 */
public record Run(String id, String event, String state, boolean dead) {}
