package dev.runnel.kit.state;

/** What stands under a key, in one version. */
public record Stored(long version, Body body) {}
