package dev.runnel.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every subject did in each round. */
final class Samples {

  private final Map<String, List<Sample>> bySubject = new HashMap<>();

  void add(String subject, Sample sample) {
    bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(sample);
  }

  /** Of one subject, in the order of the rounds. */
  List<Sample> of(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }
}
