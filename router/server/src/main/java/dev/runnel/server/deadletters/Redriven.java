package dev.runnel.server.deadletters;

import dev.runnel.contract.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of the wish to take up a dead letter.
 *
 * @param refusal why it is not taken up; empty where it is, now or since earlier
 */
record Redriven(DeadLetterId id, Optional<Problem> refusal) {

  static Redriven takenUp(DeadLetterId id) {
    return new Redriven(id, Optional.empty());
  }

  static Redriven refused(DeadLetterId id, Problem why) {
    return new Redriven(id, Optional.of(why));
  }

  /** How many of them are taken up. */
  static long count(List<Redriven> all) {
    return all.stream().filter(each -> each.refusal.isEmpty()).count();
  }
}
