package dev.runnel.postgres.row;

/** What a row is known by of what a capability keeps under a name. */
public record NameRowKey(String tenant, String capability, String name) {}
