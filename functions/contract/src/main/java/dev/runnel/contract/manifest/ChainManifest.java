package dev.runnel.contract.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that run as one: one after the other, or at the same time.
 *
 * @param functions the members' names in order, at least one
 * @param parallel false: each gets the outcome of the one before; true: all get the event
 * @param aggregate how a parallel chain's outcome is made; null for a sequential one
 */
public record ChainManifest(
    String name,
    String description,
    List<String> functions,
    boolean parallel,
    @Nullable Aggregate aggregate,
    List<Trigger> triggers,
    List<Fallback> fallback)
    implements Manifest {

  public ChainManifest {
    functions = List.copyOf(functions);
    triggers = List.copyOf(triggers);
    fallback = List.copyOf(fallback);
  }

  /** How the outcomes of parallel members become one. */
  public sealed interface Aggregate {

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
