package dev.runnel.postgres.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A counter. Only read this way, as {@link EntryRow} is. */
@Entity
@Table(name = "counter")
@IdClass(NameRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class CounterRow {

  @Id public String tenant;
  @Id public String capability;
  @Id public String name;

  public long value;
}
