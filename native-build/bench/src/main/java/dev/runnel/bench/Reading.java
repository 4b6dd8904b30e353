package dev.runnel.bench;

/**
 * What a sensor has read.
 *
 * @param at seconds since 1970
 */
public record Reading(String sensor, long at, double value, String unit) {}
