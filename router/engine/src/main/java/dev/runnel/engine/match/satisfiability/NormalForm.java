package dev.runnel.engine.match.satisfiability;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.match.satisfiability.AttributeTest.Begins;
import dev.runnel.engine.match.satisfiability.AttributeTest.OneOf;
import dev.runnel.engine.match.satisfiability.AttributeTest.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a trigger or a filter accepts, in disjunctive normal form: one of some conjunctions. */
public final class NormalForm {

  static final NormalForm EVERYTHING = new NormalForm(List.of(Conjunction.ALWAYS), true);
  static final NormalForm NOTHING = new NormalForm(List.of(), true);

  private static final int MOST_CONJUNCTIONS = 256;

  /** So much all conjunctions together may ask. */
  private static final int MOST_ASKED = 10_000;

  /** So many pairs of conjunctions are compared. */
  private static final int MOST_PAIRS = 1_024;

  private static final NormalForm NO_LIFECYCLE =
      of(Conjunction.of("type", new Refused(new Begins(Set.of(Event.LIFECYCLE)))));

  private final List<Conjunction> conjunctions;

  /**
   * False where the conjunctions are too many: then some of what is asked is left out, and more is
   * accepted here than really is.
   */
  private final boolean isWhole;

  private NormalForm(List<Conjunction> conjunctions, boolean isWhole) {
    this.conjunctions = List.copyOf(conjunctions);
    this.isWhole = isWhole;
  }

  static NormalForm of(Conjunction only) {
    return new NormalForm(List.of(only), true);
  }

  /** What the filter accepts. */
  public static NormalForm of(Filter filter) {
    return NormalFormReader.read(filter, true);
  }

  /** What the trigger accepts. */
  public static NormalForm of(Trigger trigger) {
    NormalForm form = trigger.namesLifecycle() ? EVERYTHING : NO_LIFECYCLE;
    for (Filter filter : trigger.filters()) {
      form = form.and(of(filter));
    }
    return form;
  }

  NormalForm and(NormalForm other) {
    long size =
        (long) conjunctions.size() * other.size() + (long) other.conjunctions.size() * size();
    if ((long) conjunctions.size() * other.conjunctions.size() > MOST_CONJUNCTIONS
        || size > MOST_ASKED) {
      return new NormalForm(conjunctions, false);
    }
    var product = new ArrayList<Conjunction>();
    for (Conjunction one : conjunctions) {
      for (Conjunction another : other.conjunctions) {
        product.add(one.and(another));
      }
    }
    return new NormalForm(product, isWhole && other.isWhole);
  }

  private long size() {
    return conjunctions.stream().mapToLong(Conjunction::size).sum();
  }

  static NormalForm anyOf(List<NormalForm> forms) {
    List<Conjunction> all =
        merged(forms.stream().flatMap(form -> form.conjunctions.stream()).distinct().toList());
    return all.size() > MOST_CONJUNCTIONS
        ? new NormalForm(EVERYTHING.conjunctions, false)
        : new NormalForm(all, forms.stream().allMatch(form -> form.isWhole));
  }

  /** Cases of one attribute each, which is to be one of some texts, are one case. */
  private static List<Conjunction> merged(List<Conjunction> conjunctions) {
    var texts = new LinkedHashMap<String, Set<String>>();
    var others = new ArrayList<Conjunction>();
    for (Conjunction one : conjunctions) {
      var only = one.onlyTest();
      if (only.isPresent() && only.get().getValue() instanceof OneOf(Set<String> some)) {
        texts.computeIfAbsent(only.get().getKey(), _ -> new TreeSet<>()).addAll(some);
      } else {
        others.add(one);
      }
    }
    texts.forEach((name, some) -> others.add(Conjunction.of(name, new OneOf(some))));
    return others;
  }

  /** Why no event is ever accepted; empty where one may be. */
  public Optional<String> contradiction() {
    if (conjunctions.isEmpty()) {
      return Optional.of("nothing is left that it accepts");
    }
    List<Optional<String>> each = conjunctions.stream().map(Conjunction::contradiction).toList();
    if (each.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return each.getFirst()
        .map(first -> conjunctions.size() == 1 ? first : first + ", and so on in each alternative");
  }

  /** Whether it accepts all that the other one accepts; false where that cannot be seen. */
  public boolean covers(NormalForm other) {
    return isWhole
        && (long) conjunctions.size() * other.conjunctions.size() <= MOST_PAIRS
        && other.conjunctions.stream()
            .allMatch(one -> conjunctions.stream().anyMatch(one::implies));
  }

  /** What can be said of events with these attributes, and others that are not known. */
  public Verdict on(Map<String, String> known) {
    Verdict verdict = Verdict.NO;
    for (Conjunction one : conjunctions) {
      verdict = verdict.or(one.on(known));
    }
    return verdict == Verdict.YES && !isWhole ? Verdict.OPEN : verdict;
  }

  /** What the types of all events that it accepts are, or begin with; empty where that is open. */
  public Optional<TypeKeys> types() {
    var keys = new ArrayList<TypeKeys>();
    for (Conjunction one : conjunctions) {
      Optional<TypeKeys> some = one.types();
      if (some.isEmpty()) {
        return Optional.empty();
      }
      keys.add(some.get());
    }
    return Optional.of(TypeKeys.allOf(keys));
  }
}
