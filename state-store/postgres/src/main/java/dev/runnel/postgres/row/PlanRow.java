package dev.runnel.postgres.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A plan of one or more runs. */
@Entity
@Table(name = "plan")
@IdClass(PlanRowKey.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PlanRow {

  @Id public String tenant;
  @Id public UUID id;

  /** The names of its steps' functions and chains. */
  public String[] functions;

  public byte[] body;
}
