package dev.runnel.faults.ledger;

import java.util.List;

/** What the router says of the runs of one load, all of which have ended. */
public interface RouterBook {

  /** All of them. */
  List<Run> runs();

  /** How the steps of one went on to what stands in. */
  List<Fall> falls(String run);
}
