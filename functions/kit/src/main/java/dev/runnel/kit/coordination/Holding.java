package dev.runnel.kit.coordination;

import java.time.Instant;

/**
 * A lease that somebody holds.
 *
 * @param until by the clock of the store
 */
public record Holding(String holder, long token, Instant until) {}
