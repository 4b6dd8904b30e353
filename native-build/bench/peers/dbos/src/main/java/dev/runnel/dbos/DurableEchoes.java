package dev.runnel.dbos;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.Workflow;

/** The workflows as DBOS runs them. */
final class DurableEchoes implements Echoes {

  private final DBOS dbos;

  DurableEchoes(DBOS dbos) {
    this.dbos = dbos;
  }

  @Override
  @Workflow
  public String plain(String reading) {
    return reading;
  }

  @Override
  @Workflow
  public String one(String reading) {
    return dbos.runStep(() -> reading, "echo");
  }

  @Override
  @Workflow
  public String three(String reading) {
    String first = dbos.runStep(() -> reading, "first");
    String second = dbos.runStep(() -> first, "second");
    return dbos.runStep(() -> second, "third");
  }
}
