package dev.runnel.engine.match.satisfiability;

import dev.runnel.engine.match.satisfiability.AttributeTest.Begins;
import dev.runnel.engine.match.satisfiability.AttributeTest.OneOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Things that must all be so of an event.
 *
 * @param attributes what each attribute must pass, by its name
 */
record Conjunction(SortedMap<String, Set<AttributeTest>> attributes, Set<Claim> claims) {

  static final Conjunction ALWAYS = new Conjunction(new TreeMap<>(), Set.of());

  private static final Set<String> REQUIRED = Set.of("id", "source", "specversion", "type");
  private static final AttributeTest ONLY_VERSION = new OneOf(Set.of("1.0"));

  /** What formats call the data, and no attribute is called. */
  private static final String DATA = "data";

  /** So many tests of one attribute are compared with each other. */
  private static final int MOST_COMPARED = 32;

  /** More values than this, of attributes that an expression names, are not tried. */
  private static final int MOST_TRIED = 64;

  Conjunction {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    claims = Set.copyOf(claims);
  }

  static Conjunction of(String attribute, AttributeTest test) {
    return new Conjunction(new TreeMap<>(Map.of(attribute, Set.of(test))), Set.of());
  }

  static Conjunction of(Claim claim) {
    return new Conjunction(new TreeMap<>(), Set.of(claim));
  }

  /** How much it asks. */
  int size() {
    return attributes.size() + claims.size();
  }

  Conjunction and(Conjunction other) {
    var all = new TreeMap<String, Set<AttributeTest>>(attributes);
    other.attributes.forEach((name, tests) -> all.merge(name, tests, Conjunction::union));
    return new Conjunction(all, union(claims, other.claims));
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    var all = new LinkedHashSet<T>(some);
    all.addAll(others);
    return all;
  }

  /** The one test of the one attribute that it is about, if that is all. */
  Optional<Map.Entry<String, AttributeTest>> onlyTest() {
    return claims.isEmpty() && attributes.size() == 1
        ? attributes.entrySet().stream()
            .filter(entry -> entry.getValue().size() == 1)
            .map(entry -> Map.entry(entry.getKey(), entry.getValue().iterator().next()))
            .findFirst()
        : Optional.empty();
  }

  /** Why no event is so; empty where one may be. */
  Optional<String> contradiction() {
    return attributes.keySet().stream()
        .flatMap(name -> contradiction(name).stream())
        .findFirst()
        .or(this::contradictionOfClaims);
  }

  private Optional<String> contradiction(String name) {
    List<AttributeTest> tests = tests(name).stream().limit(MOST_COMPARED).toList();
    if (name.equals(DATA) && tests.stream().anyMatch(test -> !test.accepts(null))) {
      return Optional.of("no attribute is called data; a pattern looks into the data");
    }
    Comparison compared = comparison(name);
    for (int i = 0; i < tests.size(); i++) {
      AttributeTest one = tests.get(i);
      if (one.acceptsNoText() && (compared.isRequired() || !one.accepts(null))) {
        return Optional.of(
            compared.isRequired() && one.accepts(null)
                ? name + " is never absent"
                : "%s is to be %s, and attributes are strings".formatted(name, one));
      }
      for (AttributeTest other : tests.subList(i + 1, tests.size())) {
        if (compared.excludes(one, other)) {
          return Optional.of("%s cannot be %s and also %s".formatted(name, one, other));
        }
      }
    }
    return texts(name)
        .filter(Set::isEmpty)
        .map(
            none ->
                tests.stream()
                    .map(AttributeTest::toString)
                    .collect(Collectors.joining(" and also ", name + " cannot be ", "")));
  }

  private Optional<String> contradictionOfClaims() {
    for (Claim claim : claims) {
      if (claims.stream().anyMatch(claim::isOppositeOf)) {
        return Optional.of("one filter is the opposite of another: " + claim);
      }
      if (on(claim) == Verdict.NO) {
        return Optional.of(claim + " is never so with what else is asked");
      }
    }
    return Optional.empty();
  }

  /** Whether the other one is so whenever this one is; false where that cannot be seen. */
  boolean implies(Conjunction other) {
    return other.attributes.entrySet().stream()
            .allMatch(
                entry -> entry.getValue().stream().allMatch(it -> implies(entry.getKey(), it)))
        && other.claims.stream().allMatch(this::implies);
  }

  private boolean implies(String name, AttributeTest test) {
    Comparison compared = comparison(name);
    return (compared.isRequired() && test.acceptsAnyText())
        || tests(name).stream().anyMatch(one -> compared.implies(one, test))
        || texts(name).filter(texts -> texts.stream().allMatch(test::accepts)).isPresent();
  }

  private boolean implies(Claim claim) {
    return claims.stream().anyMatch(claim::isImpliedBy) || on(claim) == Verdict.YES;
  }

  /** What this conjunction says of a claim, by the texts that are left for attributes. */
  private Verdict on(Claim claim) {
    if (!(claim instanceof Claim.OfExpression(var expression, boolean _))) {
      return Verdict.OPEN;
    }
    List<Map<String, String>> tried = List.of(Map.of());
    for (String name : expression.attributes()) {
      Set<String> texts = texts(name).orElse(Set.of());
      if (texts.isEmpty() || texts.size() * tried.size() > MOST_TRIED) {
        return Verdict.OPEN;
      }
      tried = times(tried, name, texts);
    }
    Set<Verdict> verdicts = new TreeSet<>();
    tried.forEach(known -> verdicts.add(claim.on(known)));
    return verdicts.size() == 1 ? verdicts.iterator().next() : Verdict.OPEN;
  }

  private static List<Map<String, String>> times(
      List<Map<String, String>> some, String name, Set<String> texts) {
    var all = new ArrayList<Map<String, String>>();
    for (Map<String, String> one : some) {
      for (String text : texts) {
        var more = new HashMap<>(one);
        more.put(name, text);
        all.add(more);
      }
    }
    return all;
  }

  /** What can be said of events with these attributes, and others that are not known. */
  Verdict on(Map<String, String> known) {
    Verdict verdict = Verdict.YES;
    for (Map.Entry<String, Set<AttributeTest>> entry : attributes.entrySet()) {
      String value = known.get(entry.getKey());
      verdict =
          verdict.and(
              value == null
                  ? Verdict.OPEN
                  : Verdict.of(entry.getValue().stream().allMatch(test -> test.accepts(value))));
    }
    for (Claim claim : claims) {
      verdict = verdict.and(claim.on(known));
    }
    return verdict;
  }

  /** What the type is, or begins with. */
  Optional<TypeKeys> types() {
    return texts("type")
        .map(texts -> new TypeKeys(texts, Set.of()))
        .or(
            () ->
                tests("type").stream()
                    .filter(Begins.class::isInstance)
                    .map(Begins.class::cast)
                    .findFirst()
                    .map(begins -> new TypeKeys(Set.of(), begins.anyOf())));
  }

  /** All values that the attribute may have, where they can be counted. */
  private Optional<Set<String>> texts(String name) {
    Set<AttributeTest> tests = tests(name);
    return tests.stream()
        .filter(OneOf.class::isInstance)
        .map(OneOf.class::cast)
        .findFirst()
        .map(OneOf::texts)
        .map(
            texts -> {
              var left = new TreeSet<>(texts);
              left.removeIf(text -> !tests.stream().allMatch(test -> test.accepts(text)));
              return left;
            });
  }

  private Set<AttributeTest> tests(String name) {
    Set<AttributeTest> tests = attributes.getOrDefault(name, Set.of());
    return name.equals("specversion") ? union(tests, Set.of(ONLY_VERSION)) : tests;
  }

  private static Comparison comparison(String name) {
    return new Comparison(REQUIRED.contains(name));
  }
}
