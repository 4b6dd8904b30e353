package dev.runnel.infinispan.stored;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;
import org.infinispan.protostream.annotations.ProtoSyntax;

/** All that is written to caches, as one ProtoStream schema. */
@ProtoSchema(
    schemaFileName = "runnel.proto",
    schemaPackageName = "runnel",
    syntax = ProtoSyntax.PROTO3,
    service = false,
    includeClasses = {
      BytesAdapter.class,
      InGroup.class,
      StoredInstant.class,
      StoredDurations.class,
      StoredFunction.class,
      StoredStatistics.class,
      StoredForecast.class,
      StoredAnswer.class,
      StoredState.class,
      StoredHeartbeat.class
    })
public interface StoredSchema extends GeneratedSchema {

  /** The one that the annotations make. */
  static GeneratedSchema generated() {
    return new StoredSchemaImpl();
  }
}
