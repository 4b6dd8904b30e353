package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.EventFields;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an event may be wanted by; immutable. Looking costs what the event has and what is
 * found; adding and taking away cost the length of a way, and share all the rest.
 *
 * @param <T> equal only where it is the same
 */
public final class Index<T> {

  private final @Nullable Node<T> root;
  private final BiFunction<T, Requirement, T> given;

  private Index(@Nullable Node<T> root, BiFunction<T, Requirement, T> given) {
    this.root = root;
    this.given = given;
  }

  /**
   * An index of nothing.
   *
   * @param given what is shown of a target that is found by a requirement, which the event has for
   *     certain where it is {@link Requirement#isCertain}: the target itself, or one that asks less
   */
  public static <T> Index<T> empty(BiFunction<T, Requirement, T> given) {
    return new Index<>(null, given);
  }

  /**
   * This index and something more.
   *
   * @param requirements each of which every event has that the target wants; none: all events
   */
  public Index<T> with(T target, List<Requirement> requirements) {
    Node<T> node = root == null ? Node.root() : root;
    return new Index<>(node.with(Entry.of(target, requirements, given)), given);
  }

  /** This index without something in it, which was added with the same requirements. */
  public Index<T> without(T target, List<Requirement> requirements) {
    return root == null
        ? this
        : new Index<>(root.without(Entry.of(target, requirements, given)), given);
  }

  public int size() {
    return root == null ? 0 : root.size();
  }

  /**
   * Shows whatever may want the event, some of it more than once, in no particular order. What is
   * not shown does not want it.
   */
  public void visit(EventFields fields, Consumer<T> found) {
    if (root != null) {
      root.visit(new Visit<>(fields, found));
    }
  }
}
