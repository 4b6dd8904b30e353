package dev.runnel.postgres.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A version of a manifest. */
@Entity
@Table(name = "manifest_version")
@IdClass(VersionRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate, or who makes it, fills the fields
public class VersionRow {

  @Id public String tenant;
  @Id public String name;
  @Id public int number;

  public String source;
  public boolean patient;

  /** Null where the name was removed. */
  public @Nullable String document;

  /** The one that this version made. */
  public long revision;
}
