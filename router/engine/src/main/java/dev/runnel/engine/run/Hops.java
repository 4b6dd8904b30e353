package dev.runnel.engine.run;

import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import java.util.regex.Pattern;

/** How many runs lie before an event: what an event that goes round in circles is known by. */
public final class Hops {

  /** An event that has come through as many runs starts no further one. */
  public static final int MAX = 16;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private Hops() {}

  /** Whether the event says nothing of its hops, or a number. */
  public static boolean areWellFormed(Event event) {
    String hops = event.attribute(RunnelExtensions.HOPS);
    return hops == null || NUMBER.matcher(hops).matches();
  }

  /** The runs before this event, which says so in a well-formed way. */
  public static int of(Event event) {
    String hops = event.attribute(RunnelExtensions.HOPS);
    return hops == null ? 0 : Integer.parseInt(hops);
  }
}
