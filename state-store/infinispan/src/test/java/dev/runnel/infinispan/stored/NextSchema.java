package dev.runnel.infinispan.stored;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;
import org.infinispan.protostream.annotations.ProtoSyntax;

/** The schema of a later release, as far as it is another one. */
@ProtoSchema(
    schemaFileName = "next.proto",
    schemaPackageName = "runnel",
    syntax = ProtoSyntax.PROTO3,
    service = false,
    includeClasses = {BytesAdapter.class, NextState.class})
interface NextSchema extends GeneratedSchema {}
