package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that holds an event, token by token. Whatever it has that an event must not have,
 * or that no JSON has, ends in a refusal.
 */
sealed interface JsonTokens permits StrictJson, PlainJson {

  /** The next token, or null at the end of the document. */
  @Nullable JsonToken next() throws Refusal;

  /** The name of the member that the document stands at. */
  String name();

  /** The current string's content, or the current number's or word's text. */
  String text() throws Refusal;

  /** The current value as it stands in the document, which then stands at its end. */
  byte[] raw() throws Refusal;

  /** A refusal that names the place of the current token. */
  Refusal refusal(String detail);
}
