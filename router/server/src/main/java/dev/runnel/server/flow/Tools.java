package dev.runnel.server.flow;

import dev.runnel.journal.Journal;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.invoke.Guards;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What runs are conducted with. */
@Singleton
record Tools(
    Journal journal,
    Guards guards,
    Offspring offspring,
    Vertx vertx,
    Clock clock,
    RunnelConfig.OneRun config) {}
