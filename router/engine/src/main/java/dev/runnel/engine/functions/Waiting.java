package dev.runnel.engine.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the members of a set that have to wait for names, directly or because of another. */
final class Waiting {

  private final Map<String, List<Member>> namedBy = new HashMap<>();
  private final SortedMap<String, String> reasons;
  private final Deque<String> missing = new ArrayDeque<>();

  private Waiting(SortedMap<String, String> reasons) {
    this.reasons = reasons;
  }

  /**
   * Why each member that has to wait does, by name.
   *
   * @param wrong those that cannot run anyhow, and why
   */
  static SortedMap<String, String> in(List<Member> members, SortedMap<String, String> wrong) {
    var waiting = new Waiting(new TreeMap<>(wrong));
    waiting.listen(members);
    waiting.missing.addAll(wrong.keySet());
    waiting.spread();
    return waiting.reasons;
  }

  private void listen(List<Member> members) {
    Set<String> known = new HashSet<>();
    members.forEach(member -> known.add(member.name()));
    for (Member member : members) {
      if (!member.mayBeHeld()) {
        continue;
      }
      for (Mention mention : Mention.in(member.declared().manifest())) {
        namedBy.computeIfAbsent(mention.name(), _ -> new ArrayList<>()).add(member);
        if (!known.contains(mention.name())) {
          hold(member, "there is no function \"" + mention.name() + "\"");
        }
      }
    }
  }

  private void spread() {
    while (!missing.isEmpty()) {
      String name = missing.removeFirst();
      namedBy
          .getOrDefault(name, List.of())
          .forEach(member -> hold(member, "\"" + name + "\" is held"));
    }
  }

  private void hold(Member member, String reason) {
    if (reasons.putIfAbsent(member.name(), reason) == null) {
      missing.add(member.name());
    }
  }
}
