package dev.runnel.server.functions;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.advice.Warning;
import dev.runnel.engine.advice.Warning.Weight;
import dev.runnel.engine.advice.Warnings;
import dev.runnel.engine.functions.Member;
import dev.runnel.engine.functions.Member.Standing;
import dev.runnel.engine.functions.Mention;
import dev.runnel.engine.functions.Settlement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds edits against what is loaded. */
final class Reviewer {

  private static final int MAX_NAMED = 10;

  private final Function<Declared, List<ManifestError>> objections;
  private final int maxPut;

  /**
   * @param objections what the placements have against a manifest
   * @param maxPut how many functions may be loaded that were put
   */
  Reviewer(Function<Declared, List<ManifestError>> objections, int maxPut) {
    this.objections = objections;
    this.maxPut = maxPut;
  }

  /** Takes as long as it takes to check all functions; not for event loops. */
  Review review(Registrations now, Edit edit) {
    Optional<String> tag =
        edit.name().isPresent()
            ? edit.name().flatMap(now::find).map(Registration::tag)
            : Optional.of(now.tag());
    if (!edit.precondition().holds(tag)) {
      String detail =
          "There is another version than the one that If-Match or If-None-Match asks for;"
              + " get it again, and then decide";
      return refused(ProblemType.CHANGED_MEANWHILE, detail);
    }
    return switch (edit) {
      case Edit.Put put -> put(now, put);
      case Edit.Remove remove -> remove(now, remove);
    };
  }

  private Review put(Registrations now, Edit.Put put) {
    Optional<Registration> shipped =
        put.declared().stream()
            .flatMap(declared -> now.find(declared.manifest().name()).stream())
            .filter(known -> !known.isPut())
            .findFirst();
    if (shipped.isPresent()) {
      return shipped(shipped.get());
    }
    List<Registration> wanted =
        put.declared().stream().map(one -> Registration.put(one, put.patient())).toList();
    List<ManifestError> errors = new ArrayList<>(put.reading().errors());
    errors.addAll(PutRules.names(put));
    for (Registration one : wanted) {
      errors.addAll(PutRules.errors(one));
      errors.addAll(objections.apply(one.declared()));
    }
    var all = new TreeMap<String, Registration>(now.all());
    wanted.forEach(one -> all.merge(one.name(), one, Reviewer::changed));
    var settlement =
        Settlement.of(members(now, put, wanted), objected(all), now.catalog().functions());
    return switch (settlement) {
      case Settlement.Rejected(List<ManifestError> more) -> wrong(errors, more);
      case Settlement.Settled _ when !errors.isEmpty() -> wrong(errors, List.of());
      case Settlement.Settled settled -> counted(now, new Draft(all, settled, List.of()), put);
    };
  }

  /** The version that is known stays where nothing has changed. */
  private static Registration changed(Registration known, Registration wanted) {
    return known.document().equals(wanted.document()) && known.objection() == null ? known : wanted;
  }

  private Review counted(Registrations now, Draft draft, Edit.Put put) {
    long count = draft.all().values().stream().filter(Registration::isPut).count();
    boolean grows = draft.all().size() > now.all().size();
    if (count <= maxPut || !grows) {
      return new Review.Good(now, draft, put, warnings(draft, put));
    }
    String detail =
        "With these, %d functions would have been put, at most %d may be: delete some, or raise"
            .formatted(count, maxPut);
    return refused(ProblemType.TOO_MANY_FUNCTIONS, detail + " runnel.functions.max-put");
  }

  /** About what is put, at its places in the request. */
  private static List<Warning> warnings(Draft draft, Edit.Put put) {
    var declared = new TreeMap<String, Declared>();
    draft.all().forEach((name, one) -> declared.put(name, one.declared()));
    var names = new HashSet<String>();
    for (Declared one : put.declared()) {
      names.add(one.manifest().name());
      declared.put(one.manifest().name(), one);
    }
    return Warnings.about(names, declared.values()).stream()
        .filter(warning -> warning.weight() == Weight.WARNING)
        .toList();
  }

  private Review remove(Registrations now, Edit.Remove remove) {
    Optional<Registration> known = now.find(remove.removed());
    if (known.isEmpty()) {
      return new Review.Closed(new EditResult.Refused(now.unknown(remove.removed())));
    }
    if (!known.get().isPut()) {
      return shipped(known.get());
    }
    List<String> needing = needing(now, remove.removed());
    if (!needing.isEmpty()) {
      String detail = "These name it: " + listed(needing) + ". Change or delete them first";
      return refused(ProblemType.FUNCTION_NEEDED, detail);
    }
    var all = new TreeMap<String, Registration>(now.all());
    all.remove(remove.removed());
    List<Member> members = loaded(now, List.of(remove.removed()));
    return switch (Settlement.of(members, objected(all), now.catalog().functions())) {
      case Settlement.Rejected(List<ManifestError> errors) -> wrong(errors, List.of());
      case Settlement.Settled settled ->
          new Review.Good(
              now, new Draft(all, settled, List.of(remove.removed())), remove, List.of());
    };
  }

  private static List<Member> members(Registrations now, Edit.Put put, List<Registration> wanted) {
    List<Member> members = loaded(now, wanted.stream().map(Registration::name).toList());
    Standing standing = put.patient() ? Standing.PATIENT : Standing.FIRM;
    wanted.forEach(one -> members.add(new Member(one.declared(), standing)));
    return members;
  }

  /** All that are loaded but these. */
  private static List<Member> loaded(Registrations now, List<String> without) {
    var rest = new TreeMap<String, Registration>(now.all());
    without.forEach(rest::remove);
    var members = new ArrayList<Member>();
    rest.forEach((name, one) -> members.add(new Member(one.declared(), standing(now, one))));
    return members;
  }

  private static Standing standing(Registrations now, Registration one) {
    if (now.held().containsKey(one.name())) {
      return Standing.HELD;
    }
    return one.patient() ? Standing.PATIENT : Standing.FIRM;
  }

  private static Map<String, String> objected(Map<String, Registration> all) {
    var objected = new TreeMap<String, String>();
    all.forEach(
        (name, one) -> {
          if (one.objection() != null) {
            objected.put(name, one.objection());
          }
        });
    return objected;
  }

  private static List<String> needing(Registrations now, String name) {
    return now.all().values().stream()
        .filter(one -> !one.name().equals(name))
        .filter(one -> Mention.in(one.manifest()).stream().anyMatch(at -> at.name().equals(name)))
        .map(Registration::name)
        .toList();
  }

  private static String listed(List<String> names) {
    String first = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    return names.size() > MAX_NAMED
        ? first + " and " + (names.size() - MAX_NAMED) + " more"
        : first;
  }

  private static Review shipped(Registration known) {
    String detail =
        "\"%s\" comes with a capability: change %s instead, and start again"
            .formatted(known.name(), known.shippedIn().orElse("its manifest"));
    return refused(ProblemType.FUNCTION_SHIPPED, detail);
  }

  private static Review refused(ProblemType type, String detail) {
    return new Review.Closed(new EditResult.Refused(Problem.of(type, detail)));
  }

  private static Review wrong(List<ManifestError> errors, List<ManifestError> more) {
    var all = new ArrayList<>(errors);
    all.addAll(more);
    return new Review.Closed(new EditResult.Wrong(all));
  }
}
