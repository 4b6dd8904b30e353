package dev.runnel.server.explain;

import dev.runnel.contract.Data;
import dev.runnel.http.Answer;
import dev.runnel.server.resource.Acceptance;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** How an account is written. */
enum Form {
  JSON(Data.JSON),
  TEXT("text/plain");

  private static final List<String> TYPES = List.of(JSON.type, TEXT.type);

  private final String type;

  Form(String type) {
    this.type = type;
  }

  /** The one that a request asks for; nothing where it takes neither. */
  static Optional<Form> of(HttpServerRequest http) {
    return Acceptance.of(http.headers().getAll("Accept"))
        .best(TYPES)
        .map(type -> type.equals(TEXT.type) ? TEXT : JSON);
  }

  /** An answer in this form. */
  Answer answer(byte[] body) {
    String charset = this == TEXT ? "; charset=utf-8" : "";
    return Answer.of(type + charset, body).with("Vary", "Accept");
  }
}
