package dev.runnel.journal;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Placing;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** The lines of the journal in memory. Guarded by the journal. */
final class MemoryLines {

  private final Map<Line, SequencedSet<Place>> lines = new HashMap<>();

  void change(Placing placing) {
    placing.left().forEach(this::leave);
    placing.taken().forEach(this::take);
  }

  void take(Place place) {
    lines.computeIfAbsent(place.line(), line -> new LinkedHashSet<>()).addLast(place);
  }

  private void leave(Place place) {
    SequencedSet<Place> line = lines.get(place.line());
    if (line != null && line.remove(place) && line.isEmpty()) {
      lines.remove(place.line());
    }
  }

  List<Place> heads(Collection<Line> wanted) {
    return wanted.stream()
        .distinct()
        .flatMap(line -> Stream.ofNullable(lines.get(line)))
        .map(SequencedSet::getFirst)
        .toList();
  }
}
