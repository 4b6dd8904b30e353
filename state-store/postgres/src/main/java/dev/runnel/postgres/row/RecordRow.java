package dev.runnel.postgres.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened next to a run. Only read this way, as {@link RunRow} is. */
@Entity
@Table(name = "run_record")
@IdClass(RecordRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class RecordRow {

  @Id public String tenant;
  @Id public String run;
  @Id public int position;

  public @Nullable String state;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  public byte[] body;
}
