package dev.runnel.simulation;

/**
 * A dead letter, as the ledger knows it.
 *
 * @param position of the record that says so, in its run, from 1
 * @param function whose turn the step was
 */
record Letter(String run, int position, String step, String function) {}
