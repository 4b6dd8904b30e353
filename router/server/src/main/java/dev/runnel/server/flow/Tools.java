package dev.runnel.server.flow;

import dev.runnel.server.config.RunConfig;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.journal.Lives;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What runs are conducted with. */
@Singleton
record Tools(
    Lives lives,
    Guards guards,
    Queues queues,
    Offspring offspring,
    Lines lines,
    Loops loops,
    Clock clock,
    RandomGenerator random,
    RunConfig config) {}
