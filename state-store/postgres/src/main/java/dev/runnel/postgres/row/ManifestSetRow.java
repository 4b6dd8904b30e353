package dev.runnel.postgres.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** All manifests of a tenant: how often they were changed. */
@Entity
@Table(name = "manifest_set")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ManifestSetRow {

  @Id public String tenant;

  public long revision;
}
