package dev.runnel.engine.match.index;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is found by a number within a range: an immutable treap (Seidel and Aragon, "Randomized
 * Search Trees", 1996) by the ranges' bounds, each node of which knows the highest bound below it.
 * The priorities are a mixture of the bounds, so that the same ranges make the same tree.
 *
 * @param highest upper bound of this node and those below it
 */
record Ranges<T>(
    double low,
    double high,
    Bucket<T> bucket,
    double highest,
    @Nullable Ranges<T> left,
    @Nullable Ranges<T> right) {

  static <T> @Nullable Bucket<T> get(double low, double high, @Nullable Ranges<T> tree) {
    Ranges<T> at = tree;
    while (at != null) {
      int order = at.compare(low, high);
      if (order == 0) {
        return at.bucket;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  /** The tree with another bucket for a range; without the range where that is null. */
  static <T> @Nullable Ranges<T> with(
      double low,
      double high,
      UnaryOperator<@Nullable Bucket<T>> change,
      @Nullable Ranges<T> tree) {
    if (tree == null) {
      Bucket<T> made = change.apply(null);
      return made == null ? null : of(low, high, made, null, null);
    }
    int order = tree.compare(low, high);
    if (order == 0) {
      Bucket<T> changed = change.apply(tree.bucket);
      return changed == null
          ? joined(tree.left, tree.right)
          : of(low, high, changed, tree.left, tree.right);
    }
    return order < 0
        ? tree.withLeft(with(low, high, change, tree.left))
        : tree.withRight(with(low, high, change, tree.right));
  }

  static <T> void visit(double number, @Nullable Ranges<T> tree, boolean several, Visit<T> visit) {
    Ranges<T> at = tree;
    while (at != null && at.highest >= number && (!several || visit.suffice(1))) {
      visit(number, at.left, several, visit);
      if (at.low > number) {
        return;
      }
      if (at.high >= number) {
        FieldTable.go(at.bucket, several, visit);
      }
      at = at.right;
    }
  }

  private static <T> Ranges<T> of(
      double low,
      double high,
      Bucket<T> bucket,
      @Nullable Ranges<T> left,
      @Nullable Ranges<T> right) {
    double highest = high;
    highest = left == null ? highest : Math.max(highest, left.highest);
    highest = right == null ? highest : Math.max(highest, right.highest);
    return new Ranges<>(low, high, bucket, highest, left, right);
  }

  private Ranges<T> with(@Nullable Ranges<T> nextLeft, @Nullable Ranges<T> nextRight) {
    return of(low, high, bucket, nextLeft, nextRight);
  }

  private Ranges<T> withLeft(@Nullable Ranges<T> next) {
    return next != null && next.priority() > priority()
        ? next.with(next.left, with(next.right, right))
        : with(next, right);
  }

  private Ranges<T> withRight(@Nullable Ranges<T> next) {
    return next != null && next.priority() > priority()
        ? next.with(with(left, next.left), next.right)
        : with(left, next);
  }

  private static <T> @Nullable Ranges<T> joined(
      @Nullable Ranges<T> left, @Nullable Ranges<T> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return left.priority() > right.priority()
        ? left.with(left.left, joined(left.right, right))
        : right.with(joined(left, right.left), right.right);
  }

  private int compare(double otherLow, double otherHigh) {
    int order = Double.compare(otherLow, low);
    return order != 0 ? order : Double.compare(otherHigh, high);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private long priority() {
    long z = Double.doubleToLongBits(low) + 0x9E3779B97F4A7C15L * Double.doubleToLongBits(high);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
