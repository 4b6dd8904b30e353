package dev.runnel.postgres.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A lease, held or not. Only read this way, as {@link EntryRow} is. */
@Entity
@Table(name = "lease")
@IdClass(NameRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LeaseRow {

  @Id public String tenant;
  @Id public String capability;
  @Id public String name;

  /** The last one. */
  public String holder;

  public long token;

  @Column(name = "held_until")
  public Instant heldUntil;
}
