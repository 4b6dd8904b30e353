package dev.runnel.engine.match.cesql;

/** What a term's value is before it is cast. */
enum ValueType {
  BOOLEAN,
  INTEGER,
  STRING,
  /** The attribute is missing: its value is false, and asking for it is an error. */
  ABSENT
}
