package dev.runnel.postgres.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it began. Hibernate only reads it, through a view: {@code dev.runnel.postgres.append}
 * writes it.
 */
@Entity
@Table(name = "known_run")
@IdClass(RunRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class RunRow {

  @Id public String tenant;
  @Id public String id;

  @Column(name = "began_at")
  public Instant beganAt;

  public UUID plan;

  @Column(name = "type_digest")
  public long typeDigest;

  @Column(name = "source_digest")
  public long sourceDigest;

  @Column(name = "event_id_digest")
  public long eventIdDigest;

  @Column(name = "subject_digest")
  public @Nullable Long subjectDigest;

  public String root;
  public @Nullable String parent;
  public @Nullable String state;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  /** Whether no more than its brief is left; then the state and the end are known here. */
  public boolean compacted;

  public byte[] body;
}
