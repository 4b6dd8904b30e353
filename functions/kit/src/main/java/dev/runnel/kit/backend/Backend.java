package dev.runnel.kit.backend;

import dev.runnel.kit.coordination.CounterStore;
import dev.runnel.kit.coordination.LeaseStore;
import dev.runnel.kit.state.StateStore;

/** What a capability keeps. */
public record Backend(StateStore state, LeaseStore leases, CounterStore counters) {}
