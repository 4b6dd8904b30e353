package dev.runnel.engine.match.wish;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.match.wish.AttributeTest.Begins;
import dev.runnel.engine.match.wish.AttributeTest.OneOf;
import dev.runnel.engine.match.wish.AttributeTest.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a trigger or a filter wants: one of some cases. */
public final class Wish {

  static final Wish EVERYTHING = new Wish(List.of(Case.ALWAYS), true);
  static final Wish NOTHING = new Wish(List.of(), true);

  private static final int MOST_CASES = 256;

  /** So much all cases together may ask. */
  private static final int MOST_ASKED = 10_000;

  /** So many pairs of cases are compared. */
  private static final int MOST_PAIRS = 1_024;

  private static final Wish NO_LIFECYCLE =
      of(Case.of("type", new Refused(new Begins(Set.of(Event.LIFECYCLE)))));

  private final List<Case> cases;

  /**
   * False where the cases are too many: then some of what is asked is left out, and more is wanted
   * here than really is.
   */
  private final boolean isWhole;

  private Wish(List<Case> cases, boolean isWhole) {
    this.cases = List.copyOf(cases);
    this.isWhole = isWhole;
  }

  static Wish of(Case only) {
    return new Wish(List.of(only), true);
  }

  /** What the filter accepts. */
  public static Wish of(Filter filter) {
    return WishReader.read(filter, true);
  }

  /** What the trigger accepts. */
  public static Wish of(Trigger trigger) {
    Wish wish = trigger.namesLifecycle() ? EVERYTHING : NO_LIFECYCLE;
    for (Filter filter : trigger.filters()) {
      wish = wish.and(of(filter));
    }
    return wish;
  }

  Wish and(Wish other) {
    long size = (long) cases.size() * other.size() + (long) other.cases.size() * size();
    if ((long) cases.size() * other.cases.size() > MOST_CASES || size > MOST_ASKED) {
      return new Wish(cases, false);
    }
    var product = new ArrayList<Case>();
    for (Case one : cases) {
      for (Case another : other.cases) {
        product.add(one.and(another));
      }
    }
    return new Wish(product, isWhole && other.isWhole);
  }

  private long size() {
    return cases.stream().mapToLong(Case::size).sum();
  }

  static Wish anyOf(List<Wish> wishes) {
    List<Case> all =
        merged(wishes.stream().flatMap(wish -> wish.cases.stream()).distinct().toList());
    return all.size() > MOST_CASES
        ? new Wish(EVERYTHING.cases, false)
        : new Wish(all, wishes.stream().allMatch(wish -> wish.isWhole));
  }

  /** Cases of one attribute each, which is to be one of some texts, are one case. */
  private static List<Case> merged(List<Case> cases) {
    var texts = new LinkedHashMap<String, Set<String>>();
    var others = new ArrayList<Case>();
    for (Case one : cases) {
      var only = one.onlyTest();
      if (only.isPresent() && only.get().getValue() instanceof OneOf(Set<String> some)) {
        texts.computeIfAbsent(only.get().getKey(), _ -> new TreeSet<>()).addAll(some);
      } else {
        others.add(one);
      }
    }
    texts.forEach((name, some) -> others.add(Case.of(name, new OneOf(some))));
    return others;
  }

  /** Why no event is ever accepted; empty where one may be. */
  public Optional<String> contradiction() {
    if (cases.isEmpty()) {
      return Optional.of("nothing is left that it accepts");
    }
    List<Optional<String>> each = cases.stream().map(Case::contradiction).toList();
    if (each.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return each.getFirst()
        .map(first -> cases.size() == 1 ? first : first + ", and so on in each alternative");
  }

  /** Whether it wants all that the other one wants; false where that cannot be seen. */
  public boolean covers(Wish other) {
    return isWhole
        && (long) cases.size() * other.cases.size() <= MOST_PAIRS
        && other.cases.stream().allMatch(one -> cases.stream().anyMatch(one::implies));
  }

  /** What can be said of events with these attributes, and others that are not known. */
  public Verdict on(Map<String, String> known) {
    Verdict verdict = Verdict.NO;
    for (Case one : cases) {
      verdict = verdict.or(one.on(known));
    }
    return verdict == Verdict.YES && !isWhole ? Verdict.OPEN : verdict;
  }

  /** What the types of all events that it wants are, or begin with; empty where that is open. */
  public Optional<TypeKeys> types() {
    var keys = new ArrayList<TypeKeys>();
    for (Case one : cases) {
      Optional<TypeKeys> some = one.types();
      if (some.isEmpty()) {
        return Optional.empty();
      }
      keys.add(some.get());
    }
    return Optional.of(TypeKeys.allOf(keys));
  }
}
