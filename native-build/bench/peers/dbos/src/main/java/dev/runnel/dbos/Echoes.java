package dev.runnel.dbos;

/** Workflows that answer with what they get. */
public interface Echoes {

  /** Its start and its result are durable, and nothing between. */
  String plain(String reading);

  /** Its one step's result is, too. */
  String one(String reading);

  /** So are three. */
  String three(String reading);
}
