package dev.runnel.contract.manifest;

import java.util.List;

/**
 * Functions that run as one: one after the other, or at the same time.
 *
 * @param functions the members' names in order, at least one
 * @param aggregate how the chain's outcome is made of the members'
 */
public record ChainManifest(
    String name,
    String description,
    List<String> functions,
    Aggregate aggregate,
    List<Trigger> triggers,
    List<Fallback> fallback)
    implements Manifest {

  public ChainManifest {
    functions = List.copyOf(functions);
    triggers = List.copyOf(triggers);
    fallback = List.copyOf(fallback);
  }

  /** Whether all members get the event at the same time; otherwise each the outcome before it. */
  public boolean parallel() {
    return !(aggregate instanceof Aggregate.Last);
  }

  /** How the outcomes of the members become one. */
  public sealed interface Aggregate {

    /** Every member must succeed, one after the other; the outcome is the last one's. */
    record Last() implements Aggregate {}

    /** Every member must succeed; the outcome is an object of values by member's name. */
    record All() implements Aggregate {}

    /** The first success is the outcome; the other members are cancelled. */
    record First() implements Aggregate {}

    /** Ends when this many members have succeeded, or cannot any more. */
    record Quorum(int successes) implements Aggregate {}

    /** The members' objects merged in listed order by RFC 7396. */
    record Merge() implements Aggregate {}
  }
}
