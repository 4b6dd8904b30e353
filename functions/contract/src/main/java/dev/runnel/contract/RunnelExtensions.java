package dev.runnel.contract;

/**
 * Runnel's own extension attributes: which call an event is, and how many runs lie before it. No
 * function can set them.
 */
public final class RunnelExtensions {

  /** The run that calls; an event without it was not sent by a router. */
  public static final String RUN = "runnelrun";

  /** The step that the call is of. */
  public static final String STEP = "runnelstep";

  /** The same for every attempt of a step: what has its effect already need not have it again. */
  public static final String KEY = "runnelkey";

  /**
   * Which life of which router calls: who has seen a higher one of this run need not listen to it.
   */
  public static final String EPOCH = "runnelepoch";

  /** Which attempt of the step the call is, from 1. */
  public static final String ATTEMPT = "runnelattempt";

  /** When a run's open steps fail: a timestamp such as 2026-02-28T09:30:00Z. */
  public static final String DEADLINE = "runneldeadline";

  /** How many runs lie before the event. */
  public static final String HOPS = "runnelhops";

  private static final String PREFIX = "runnel";

  private RunnelExtensions() {}

  /**
   * Whether the attribute is Runnel's to say. A function that hands on the event that it got has
   * them too; what it answers is another event, so they are dropped.
   */
  public static boolean include(String attribute) {
    return attribute.startsWith(PREFIX);
  }
}
