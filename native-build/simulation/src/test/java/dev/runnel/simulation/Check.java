package dev.runnel.simulation;

/** What the ledger holds against the routers. */
enum Check {
  ACCEPTED_ONCE_COMMITTED("nothing is accepted before it is committed"),
  CALLED_ONCE_COMMITTED("no function is called before its run is committed"),
  DUPLICATES_ATTACH("an event that was accepted before attaches to its first run"),
  EVERY_RUN_ENDS("every run ends soon after the faults have"),
  NOTHING_IS_LEFT("nothing stays in a router's memory when all runs have ended"),
  GOALS_OR_DEAD_LETTERS("a run that has ended has an outcome for each goal, or a dead letter"),
  FAILED_FOR_A_REASON("no step fails with attempts left, or without its fallback"),
  ONE_OWNER("nothing is recorded of a run by another than its owner"),
  CLAIMED_FROM_THE_DEAD("no run is claimed while its owner's lease goes on"),
  EPOCHS_RISE("what calls of a run say of its epoch rises with each owner"),
  IN_ORDER("what is recorded of a step follows from what was recorded before"),
  DONE_ONCE("a step whose result is committed never runs again"),
  ONCE_AT_MOST_ONCE("a function with effects once is called once, unless it surely did not run"),
  FALLBACK_AFTER_FAILURE("a fallback is called only after what it stands in for has failed"),
  AFTER_ITS_PARENTS("a step is called only after all that it needs"),
  AFTER_COMMITTED_PARENTS("what needs a function with effects once waits for its result's commit"),
  BOUNDED_ATTEMPTS("the calls of a step are bounded, whatever ends in between"),
  NOT_BEFORE_DUE("no retry comes before it is due"),
  NOT_AFTER_DEADLINE("no call is begun after the run's deadline"),
  RECORDED_AS_ANSWERED("what is recorded of an attempt is what its function answered to it"),
  CHILDREN_WITH_PARENTS("the runs that an output starts are in the commit of that output"),
  UNDONE_ONCE("a step is undone once"),
  UNDONE_BACKWARDS("steps are undone in the reverse order of their completion"),
  UNDONE_WHERE_USELESS("what was done in vain is undone, or could not be, and nothing else"),
  UNDONE_FOR_GOOD("nothing is redriven in a run of which something was undone"),
  REDRIVEN_AS_WISHED(
      "only dead letters are redriven, by wish, and with consent if they may have run"),
  TAKEN_UP_ONCE_COMMITTED("nobody is told that a dead letter is taken up unless that is committed"),
  ORDER_KEPT("of one key a function is called in the order of commits, one after the other"),
  NOBODY_STARVES("in a queue nobody is overtaken by more than urgency is worth"),
  RATE_KEPT("no router begins more calls of a function than its rate allows"),
  BATCH_IN_ONE_COMMIT("the events of a batch that begin runs do so in one commit"),
  ANSWERED_WITH_ITS_RUN("each event is accepted as the run that it has begun"),
  DRAINED("a router that is told to end begins no call"),
  ANSWERED_BEFORE_THE_END("a router that was drained has answered whoever waited"),
  KEPT_LONG_ENOUGH("a run is kept while it goes on, has dead letters, or has ended lately"),
  TOLD_ONCE_COMMITTED("nobody is told of an end that is not committed"),
  CANCELLED_ONCE_COMMITTED("nobody is told of a cancellation that is not committed"),
  NOTHING_BREAKS("the router's own code throws nothing that nobody expects");

  private final String promise;

  Check(String promise) {
    this.promise = promise;
  }

  String promise() {
    return promise;
  }
}
