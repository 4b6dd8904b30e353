package dev.runnel.bench;

import java.util.List;

/**
 * One way to have a run done durably, to be compared with others.
 *
 * @param name a letter, as the report calls it
 * @param what for people
 * @param calling does it
 * @param processes whose CPU time counts
 * @param inDatabase whether it is the database that remembers
 */
record Contender(
    String name, String what, Calling calling, List<Metered> processes, boolean inDatabase) {

  Contender {
    processes = List.copyOf(processes);
  }
}
