package dev.runnel.kit.state;

/** A value, and the version that it stood in when it was read. */
public record Versioned<T>(long version, T value) {}
