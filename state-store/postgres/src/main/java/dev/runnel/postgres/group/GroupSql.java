package dev.runnel.postgres.group;

/** The text of a statement that writes groups: equal ones have the same. */
public interface GroupSql {

  /** With parameters {@code $1}, {@code $2} and so on. */
  String sql();
}
