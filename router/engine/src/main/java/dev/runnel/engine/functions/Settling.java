package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.functions.Member.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which members of a set have to wait: those that name what is not there, and those that name
 * one that waits. They are checked all the same, as if the missing names were plain functions.
 */
final class Settling {

  private final List<Member> members;

  /** Names of members that were held before, by the file of their locations. */
  private final Map<String, String> heldByFile = new HashMap<>();

  /** Members that were held before and are wrong in themselves, and why. */
  private final SortedMap<String, String> wrong;

  private final ReadableFilters filters;

  Settling(Collection<Member> members, Map<String, String> objections, FunctionSet accepted) {
    this.wrong = new TreeMap<>(objections);
    this.filters = new ReadableFilters(accepted);
    this.members = List.copyOf(members);
    this.members.stream()
        .filter(member -> member.standing() == Standing.HELD)
        .forEach(member -> heldByFile.put(member.declared().at("").file(), member.name()));
  }

  /** Each round but the last finds at least one more member that is wrong. */
  Settlement settle() {
    while (true) {
      SortedMap<String, String> held = Waiting.in(members, wrong);
      FunctionSetReading reading = FunctionSet.of(active(held), filters);
      List<ManifestError> errors = errors(reading, held);
      List<ManifestError> refusing =
          errors.stream().filter(error -> heldAt(error).isEmpty()).toList();
      if (!refusing.isEmpty()) {
        return new Settlement.Rejected(refusing);
      }
      if (reading instanceof FunctionSetReading.Accepted(FunctionSet functions)
          && errors.isEmpty()) {
        return new Settlement.Settled(functions, held);
      }
      errors.forEach(
          error -> heldAt(error).ifPresent(name -> wrong.putIfAbsent(name, error.message())));
    }
  }

  private List<Declared> active(SortedMap<String, String> held) {
    return members.stream()
        .filter(member -> !held.containsKey(member.name()) || !member.mayBeHeld())
        .map(Member::declared)
        .toList();
  }

  /** What is wrong with those that can run, and, but for names, with those that wait. */
  private List<ManifestError> errors(FunctionSetReading reading, SortedMap<String, String> held) {
    List<ManifestError> errors = new ArrayList<>(namesOfHeld(held));
    Set<Place> reported = errors.stream().map(Place::of).collect(Collectors.toSet());
    Stream.concat(errorsOf(reading), held.isEmpty() ? Stream.of() : errorsOf(whole(held)))
        .distinct()
        .filter(error -> !reported.contains(Place.of(error)))
        .forEach(errors::add);
    return errors;
  }

  private record Place(Location location, String pointer) {

    static Place of(ManifestError error) {
      return new Place(error.location(), error.path());
    }
  }

  private List<ManifestError> namesOfHeld(SortedMap<String, String> held) {
    return members.stream()
        .filter(member -> !member.mayBeHeld())
        .flatMap(member -> namesOfHeld(member.declared(), held))
        .toList();
  }

  private static Stream<ManifestError> namesOfHeld(
      Declared declared, SortedMap<String, String> held) {
    return Mention.in(declared.manifest()).stream()
        .filter(mention -> held.containsKey(mention.name()))
        .map(
            mention ->
                declared.error(
                    mention.pointer(),
                    "\"%s\" is held: %s".formatted(mention.name(), held.get(mention.name())),
                    "the name of a function that can run"));
  }

  /** All but the wrong ones, and a plain function for each name that somebody waits for. */
  private FunctionSetReading whole(SortedMap<String, String> held) {
    SortedMap<String, Declared> standIns = new TreeMap<>();
    List<Declared> all = new ArrayList<>();
    for (Member member : members) {
      if (!wrong.containsKey(member.name()) || !member.mayBeHeld()) {
        all.add(member.declared());
      }
      if (held.containsKey(member.name())) {
        Mention.in(member.declared().manifest())
            .forEach(mention -> standIns.put(mention.name(), StandIn.called(mention.name())));
      }
    }
    all.forEach(declared -> standIns.remove(declared.manifest().name()));
    all.addAll(standIns.values());
    return FunctionSet.of(all, filters);
  }

  private static Stream<ManifestError> errorsOf(FunctionSetReading reading) {
    return switch (reading) {
      case FunctionSetReading.Accepted _ -> Stream.of();
      case FunctionSetReading.Rejected(List<ManifestError> errors) -> errors.stream();
    };
  }

  private Optional<String> heldAt(ManifestError error) {
    return Optional.ofNullable(heldByFile.get(error.location().file()));
  }
}
