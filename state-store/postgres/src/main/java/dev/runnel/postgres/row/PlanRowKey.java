package dev.runnel.postgres.row;

import java.util.UUID;

/** What a row of {@link PlanRow} is known by. */
public record PlanRowKey(String tenant, UUID id) {}
