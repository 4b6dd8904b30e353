package dev.runnel.faults.platform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is there of {@link Bridge}s, by the names of its parts: {@code rnf}, the number of the
 * process that it belongs to, a letter for the kind of thing, and which one.
 */
final class Leftovers {

  private static final Pattern PART = Pattern.compile("\\b(" + Bridge.PREFIX + "(\\d+))[nb]\\d*");

  private Leftovers() {}

  /** Removes what belongs to processes that are no more. */
  static void remove() {
    Stream.concat(namespaces().stream(), bridges().stream())
        .map(PART::matcher)
        .filter(Matcher::find)
        .filter(part -> ProcessHandle.of(Long.parseLong(part.group(2))).isEmpty())
        .map(part -> part.group(1))
        .distinct()
        .toList()
        .forEach(Leftovers::remove);
  }

  /** Removes what belongs to one, with all that runs in its namespaces. */
  static void remove(String owner) {
    namespaces().stream().filter(it -> isOf(owner, it)).forEach(Leftovers::removeNamespace);
    bridges().stream().filter(it -> isOf(owner, it)).forEach(it -> Ip.run("link del " + it));
  }

  private static boolean isOf(String owner, String name) {
    Matcher part = PART.matcher(name);
    return part.matches() && part.group(1).equals(owner);
  }

  /** The other end of its cable goes with it. */
  private static void removeNamespace(String name) {
    for (String pid : Ip.run("netns pids " + name)) {
      ProcessHandle.of(Long.parseLong(pid.strip()))
          .filter(ProcessHandle::destroyForcibly)
          .ifPresent(killed -> killed.onExit().join());
    }
    Ip.run("netns del " + name);
  }

  private static List<String> namespaces() {
    return Ip.run("netns list").stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  /** As in {@code 7: rnf1234b: <BROADCAST…}. */
  private static List<String> bridges() {
    return Ip.run("-o link show type bridge").stream()
        .map(line -> line.split(": ", 3)[1])
        .filter(name -> name.startsWith(Bridge.PREFIX))
        .toList();
  }
}
