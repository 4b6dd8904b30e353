package dev.runnel.postgres.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What an open dead letter is found by. {@code dev.runnel.postgres.append} writes it with the event
 * that it is about; Hibernate reads it, and writes it where all of them are made anew.
 */
@Entity
@Table(name = "dead_letter")
@IdClass(DeadLetterRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class DeadLetterRow {

  @Id public String tenant;
  @Id public String run;
  @Id public int position;

  public String step;
  public String function;

  @Column(name = "type_digest")
  public long typeDigest;

  @Column(name = "code_digest")
  public long codeDigest;

  @Column(name = "failed_at")
  public Instant failedAt;
}
