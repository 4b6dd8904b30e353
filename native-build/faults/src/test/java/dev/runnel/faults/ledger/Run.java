package dev.runnel.faults.ledger;

/** What the router says of a run. */
public record Run(String id, String event, String state) {}
