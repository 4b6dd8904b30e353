package dev.runnel.server.resource;

import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import java.util.Optional;

/** One page of a list, which leads to the next. */
public final class Paging {

  private Paging() {}

  /**
   * The page over HTTP.
   *
   * @param document in which the next page is named, too
   * @param next the URI of the next page
   */
  public static Answer answer(byte[] document, Optional<String> next) {
    Answer answer = Answer.of(Data.JSON, document);
    return next.map(uri -> answer.with("Link", "<" + uri + ">; rel=\"next\"")).orElse(answer);
  }
}
