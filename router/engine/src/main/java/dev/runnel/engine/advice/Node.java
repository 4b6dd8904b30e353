package dev.runnel.engine.advice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function or chain, or answers.
 *
 * @param name of the function, or the type of the answers
 * @param producer whose answers they are, empty for anybody's; null for a function
 */
record Node(String name, @Nullable String producer) {

  static Node of(String function) {
    return new Node(function, null);
  }

  static Node answer(String type, String producer) {
    return new Node(type, producer);
  }

  Optional<String> function() {
    return producer == null ? Optional.of(name) : Optional.empty();
  }

  /** A way, such as {@code a -(order.paid)-> b -> a}. */
  static String shown(List<Node> way) {
    var text = new StringBuilder();
    boolean followsFunction = false;
    for (Node node : way) {
      boolean isFunction = node.function().isPresent();
      if (isFunction) {
        text.append(followsFunction ? " -> " : "").append(node.name);
      } else {
        text.append(" -(").append(node.name).append(")-> ");
      }
      followsFunction = isFunction;
    }
    return text.toString();
  }
}
