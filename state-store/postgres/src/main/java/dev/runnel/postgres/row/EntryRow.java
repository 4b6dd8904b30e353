package dev.runnel.postgres.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * What a function keeps under a key. Hibernate only reads it: {@code dev.runnel.postgres.keyed}
 * writes it.
 */
@Entity
@Table(name = "entry")
@IdClass(NameRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class EntryRow {

  @Id public String tenant;
  @Id public String capability;

  @Id
  @Column(name = "key")
  public String name;

  public long version;

  @Column(name = "content_type")
  public @Nullable String contentType;

  public byte[] body;

  /** Bytes of the body, for where that is not read. */
  @Formula("octet_length(body)")
  public int size;

  @Column(name = "expires_at")
  public @Nullable Instant expiresAt;
}
