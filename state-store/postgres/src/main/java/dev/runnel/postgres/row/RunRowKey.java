package dev.runnel.postgres.row;

/** What a row of {@link RunRow} is known by. */
public record RunRowKey(String tenant, String id) {}
