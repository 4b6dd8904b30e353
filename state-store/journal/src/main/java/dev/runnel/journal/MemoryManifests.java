package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manifests that are forgotten when the process ends. Of each name only the latest version is kept,
 * and of names that were removed, the numbers of the last ones.
 */
public final class MemoryManifests implements Manifests {

  private final int maxRemoved;
  private final Map<String, Version> present = new HashMap<>();
  private final Map<String, Integer> removed = new LinkedHashMap<>();
  private long revision;

  /**
   * @param maxRemoved removed names whose versions are counted on when they come again
   */
  public MemoryManifests(int maxRemoved) {
    this.maxRemoved = maxRemoved;
  }

  @Override
  public Uni<Long> revision() {
    return Uni.createFrom().item(this::now);
  }

  @Override
  public Uni<Content> read() {
    return Uni.createFrom().item(this::content);
  }

  @Override
  public Uni<Writing> append(long known, List<Change> changes) {
    return Uni.createFrom().item(() -> write(known, changes));
  }

  private synchronized long now() {
    return revision;
  }

  private synchronized Content content() {
    return new Content(revision, List.copyOf(present.values()));
  }

  private synchronized Writing write(long known, List<Change> changes) {
    if (known != revision) {
      return new Writing.Overtaken();
    }
    var numbers = new HashMap<String, Integer>();
    changes.forEach(change -> numbers.put(change.name(), write(change)));
    return new Writing.Written(++revision, numbers);
  }

  private int write(Change change) {
    String name = change.name();
    int number = 1 + lastNumber(name);
    present.remove(name);
    removed.remove(name);
    if (change.document() == null) {
      removed.put(name, number);
      forgetOldest();
    } else {
      present.put(
          name, new Version(name, number, change.source(), change.patient(), change.document()));
    }
    return number;
  }

  private int lastNumber(String name) {
    return Optional.ofNullable(present.get(name))
        .map(Version::number)
        .orElseGet(() -> removed.getOrDefault(name, 0));
  }

  private void forgetOldest() {
    if (removed.size() > maxRemoved) {
      removed.remove(removed.keySet().iterator().next());
    }
  }
}
