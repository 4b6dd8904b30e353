package dev.runnel.postgres.row;

/** What a row of {@link RecordRow} is known by. */
public record RecordRowKey(String tenant, String run, int position) {}
