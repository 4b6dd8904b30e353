package dev.runnel.journal;

/**
 * One life of a router, from its start to its end.
 *
 * @param router its stable name, the same after a restart
 * @param epoch higher than that of any life, of whichever router, that began before
 */
public record Membership(String router, long epoch) {}
