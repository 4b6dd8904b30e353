package dev.runnel.kit.state;

/**
 * What makes changes depend on a lease: they are made until another one has taken it, which gives
 * it another token.
 *
 * @param lease its name, of the same capability
 */
public record Fence(String lease, long token) {}
