package dev.runnel.server.explain;

import dev.runnel.contract.Event;
import dev.runnel.http.OneLine;
import dev.runnel.journal.RunBrief;
import dev.runnel.server.explain.Verdict.AsOf;
import dev.runnel.server.explain.Verdict.Now;
import java.util.List;

/** An account as people read it at a terminal. Nothing in it can steer one. */
final class AccountText {

  private final StringBuilder text = new StringBuilder();

  private AccountText() {}

  static String of(Account account) {
    var text = new AccountText();
    text.write(account);
    return text.text.toString();
  }

  /** Of a run of which no more than its brief is left. */
  static String of(RunBrief left) {
    var text = new AccountText();
    text.event(left.event());
    text.line("  run " + left.id());
    text.line("");
    text.line("The run has been over for so long that its event's data and its plan are gone.");
    text.line("It matched " + String.join(", ", left.goals()));
    return text.text.toString();
  }

  private void event(Event event) {
    line("Event " + event.type());
    line("  id " + event.id() + ", source " + event.source());
  }

  private void write(Account account) {
    List<Verdict> verdicts = account.verdicts();
    event(account.event());
    if (account.run() == null) {
      group(verdicts, "Matched", AsOf.NOW, true);
      group(verdicts, "Not matched", AsOf.NOW, false);
    } else {
      line("  run " + account.run());
      group(verdicts, "Matched when the run began", AsOf.RUN, true);
      group(verdicts, "In the run because others need it", AsOf.RUN, false);
      group(verdicts, "Not in the run, would match now", AsOf.NOW, true);
      group(verdicts, "Not in the run, would not match now", AsOf.NOW, false);
    }
    if (verdicts.isEmpty()) {
      line("");
      line("No function is as you ask.");
    }
    if (account.leftOut() > 0) {
      line("");
      line(
          account.leftOut()
              + " more are left out: ask with a higher ?limit= or for ?function=NAME");
    }
    line("");
    text.append(PlanText.of(account.plan()));
  }

  private void group(List<Verdict> all, String title, AsOf asOf, boolean matched) {
    List<Verdict> group =
        all.stream()
            .filter(verdict -> verdict.asOf() == asOf && verdict.matched() == matched)
            .toList();
    if (group.isEmpty()) {
      return;
    }
    line("");
    line(title);
    int width = all.stream().mapToInt(it -> it.name().length()).max().orElse(0);
    for (Verdict verdict : group) {
      String name = verdict.name() + " ".repeat(width - verdict.name().length());
      line(
          "  "
              + (matched ? '+' : '-')
              + ' '
              + name
              + "  "
              + verdict.because()
              + meanwhile(verdict));
    }
  }

  /** Of the run's own functions, what has become of them. */
  private static String meanwhile(Verdict verdict) {
    if (verdict.asOf() == AsOf.NOW) {
      return "";
    }
    return switch (verdict.now()) {
      case Now.SAME -> "";
      case Now.CHANGED -> " (changed since)";
      case Now.HELD -> " (held now)";
      case Now.REMOVED -> " (removed since)";
    };
  }

  private void line(String line) {
    text.append(OneLine.of(line)).append('\n');
  }
}
