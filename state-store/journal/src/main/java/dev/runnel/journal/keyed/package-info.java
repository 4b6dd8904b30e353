/**
 * What functions keep, beside the runs: values by key, leases, and counters. Each port has a twin
 * in memory. What a call has answered is remembered, and a call that got no answer has happened
 * once or not at all. Elections are leases: a candidate acquires the lease of the election's name
 * from time to time, and whoever holds it leads.
 */
@NullMarked
package dev.runnel.journal.keyed;

import org.jspecify.annotations.NullMarked;
