package dev.runnel.postgres.row;

/** What a row of {@link DeadLetterRow} is known by. */
public record DeadLetterRowKey(String tenant, String run, int position) {}
