package dev.runnel.server.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Nearest;
import dev.runnel.http.Answer;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.reply.Reply;
import java.util.Optional;
import java.util.Set;

/**
 * What one request wants to know, and how.
 *
 * @param now the functions that it is about
 * @param path the request's
 */
record Inquiry(Registrations now, Question question, Form form, String path) {

  /** The account in the form that was asked for. */
  Answer told(Account account) {
    return form.answer(
        switch (form) {
          case JSON -> AccountDocument.of(account, path);
          case TEXT -> AccountText.of(account).getBytes(UTF_8);
        });
  }

  Answer refused(Problem problem) {
    return Reply.of(problem).answer(path);
  }

  /**
   * That there is no function of a name that is asked about, if so.
   *
   * @param others that are known all the same
   */
  Optional<Answer> unknown(Set<String> others) {
    return question.names().stream()
        .filter(name -> !now.all().containsKey(name) && !others.contains(name))
        .findFirst()
        .map(name -> refused(unknown(name)));
  }

  private Problem unknown(String name) {
    String detail =
        "No function is called \"" + name + '"' + Nearest.hint(name, now.all().keySet());
    return Problem.of(ProblemType.NO_SUCH_FUNCTION, detail, Question.FUNCTION);
  }
}
