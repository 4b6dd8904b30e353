package dev.runnel.bench;

/**
 * What one subject did in one turn.
 *
 * @param perSecond answers a second
 * @param perCpuSecond answers for each second of CPU time that its servers used
 * @param p50 half of the answers came within so many microseconds
 * @param p99 99 of 100 did
 */
record Sample(double perSecond, double perCpuSecond, double p50, double p99) {}
