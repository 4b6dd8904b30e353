package dev.runnel.postgres.group;

import java.util.UUID;

/**
 * By what a group is known again that a broken connection left in doubt.
 *
 * @param lane no other lane's, of whichever router
 * @param number higher than that of any group that the lane wrote before
 */
public record Ticket(UUID lane, long number) {}
