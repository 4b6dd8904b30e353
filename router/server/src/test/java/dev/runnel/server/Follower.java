package dev.runnel.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a stream of server-sent events as the HTML standard says, section 9.2.6. */
final class Follower {

  /** One event of a stream. */
  record Told(int position, String kind, String data) {}

  private Follower() {}

  /** The events of a stream that has ended. */
  static List<Told> events(String stream) {
    return Stream.of(stream.split("\n\n"))
        .filter(block -> !block.isBlank() && !block.startsWith(":"))
        .map(Follower::event)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Told event(String block) {
    return new Told(
        Integer.parseInt(field(block, "id: ")), field(block, "event: "), field(block, "data: "));
  }

  private static String field(String block, String name) {
    return block
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .collect(Collectors.joining("\n"));
  }
}
