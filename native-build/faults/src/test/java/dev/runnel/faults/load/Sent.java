package dev.runnel.faults.load;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An event that was sent, perhaps several times, and what the router has said to it. */
public final class Sent {

  private final String id;
  private final Kind kind;
  private final Instant at = Instant.now();
  private final Set<String> runs = ConcurrentHashMap.newKeySet();
  private volatile String trouble = "";

  Sent(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The event's id; its source is the load's. */
  public String id() {
    return id;
  }

  /** When it was sent first. */
  public Instant at() {
    return at;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it was answered 2xx. */
  public boolean accepted() {
    return !runs.isEmpty();
  }

  /** The runs that the answers named: one, if duplicates are known for what they are. */
  public Set<String> runs() {
    return Set.copyOf(runs);
  }

  /** What came instead of 2xx, last. */
  public String trouble() {
    return trouble;
  }

  void accepted(String run) {
    runs.add(run);
  }

  void troubled(String what) {
    trouble = what;
  }
}
