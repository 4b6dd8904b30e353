package dev.runnel.cache.value;

import java.time.Instant;

/**
 * What calls a function is expected to get.
 *
 * @param calls as many, until then
 * @param instances to be kept warm for them
 * @param reason for people
 */
public record Forecast(double calls, Instant until, int instances, String reason, Instant madeAt) {}
