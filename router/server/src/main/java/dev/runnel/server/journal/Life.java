package dev.runnel.server.journal;

import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;

/**
 * One life of this router: from its joining until it ends or is declared dead.
 *
 * @param journal as it writes it in this life
 */
public record Life(Membership member, Journal journal) {

  /** What calls say of runs that began in this life. */
  public long epoch() {
    return member.epoch();
  }
}
