package dev.runnel.kit.state;

/**
 * A key, and which version stands under it.
 *
 * @param size bytes of its body
 */
public record Listed(String key, long version, int size) {}
