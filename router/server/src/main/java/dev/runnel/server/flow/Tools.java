package dev.runnel.server.flow;

import dev.runnel.server.RunnelConfig;
import dev.runnel.server.invoke.Guards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What runs are conducted with. */
@Singleton
record Tools(
    Guards guards,
    Queues queues,
    Offspring offspring,
    Loops loops,
    Clock clock,
    RandomGenerator random,
    RunnelConfig.OneRun config) {}
