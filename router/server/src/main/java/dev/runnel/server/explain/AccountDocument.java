package dev.runnel.server.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.server.explain.Verdict.Now;
import dev.runnel.server.runs.Members;
import java.io.IOException;

/** An account as JSON. */
final class AccountDocument {

  private final Account account;
  private final String path;
  private final Members members;
  private final JsonGenerator out;

  private AccountDocument(Account account, String path, Members members) {
    this.account = account;
    this.path = path;
    this.members = members;
    this.out = members.out();
  }

  /**
   * The document.
   *
   * @param path the request's
   */
  static byte[] of(Account account, String path) {
    return Members.json(members -> new AccountDocument(account, path, members).write());
  }

  private void write() throws IOException {
    out.writeStartObject();
    members.text("run", account.run());
    event(account.event());
    out.writeArrayFieldStart("functions");
    for (Verdict verdict : account.verdicts()) {
      verdict(verdict);
    }
    out.writeEndArray();
    if (account.leftOut() > 0) {
      out.writeNumberField("leftOut", account.leftOut());
    }
    out.writeObjectFieldStart("plan");
    out.writeArrayFieldStart("steps");
    for (PlannedStep step : PlannedStep.of(account.plan().steps())) {
      StepMembers.write(step, members);
    }
    out.writeEndArray();
    Problem problem = account.plan().problem();
    if (problem != null) {
      out.writeFieldName("problem");
      ProblemDocument.write(problem, path, out);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void event(Event event) throws IOException {
    out.writeObjectFieldStart("event");
    members.text("id", event.id());
    members.text("source", event.source());
    members.text("type", event.type());
    out.writeEndObject();
  }

  private void verdict(Verdict verdict) throws IOException {
    out.writeStartObject();
    members.text("name", verdict.name());
    out.writeBooleanField("matched", verdict.matched());
    members.text("because", verdict.because());
    if (account.run() != null) {
      members.word("asOf", verdict.asOf());
    }
    if (verdict.now() != Now.SAME) {
      members.word("now", verdict.now());
    }
    out.writeEndObject();
  }
}
