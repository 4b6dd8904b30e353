package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Run;
import dev.runnel.server.RunnelConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;

/** Gives a new run what the engine does not make up: its id and its deadline. */
@ApplicationScoped
class RunIdentity {

  /** 128 random bits, so that ids cannot be guessed. */
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final RunnelConfig.OneRun config;

  RunIdentity(Clock clock, RunnelConfig.OneRun config) {
    this.clock = clock;
    this.config = config;
  }

  Decision begin(Event event, Plan plan) {
    Instant now = clock.instant();
    return Run.begin(newId(), event, plan, now, now.plus(config.deadline()));
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
