package dev.runnel.postgres.append;

import dev.runnel.engine.run.Place;
import dev.runnel.postgres.stored.Digest;
import java.util.List;
import java.util.UUID;

/** A place in a line, as its row. */
record Spot(UUID line, String run, String step) {

  static List<Spot> of(List<Place> places) {
    return places.stream()
        .map(place -> new Spot(Digest.ofLine(place.line()), place.run(), place.step()))
        .toList();
  }
}
