package dev.runnel.cache.value;

import java.time.Instant;

/**
 * A sign of life of a router.
 *
 * @param number counts those of this life from 1
 * @param since when this life began, by the router's own clock
 */
public record Heartbeat(long number, Instant since) {}
