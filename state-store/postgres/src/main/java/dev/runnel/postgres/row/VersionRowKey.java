package dev.runnel.postgres.row;

/** What a row of {@link VersionRow} is known by. */
public record VersionRowKey(String tenant, String name, int number) {}
