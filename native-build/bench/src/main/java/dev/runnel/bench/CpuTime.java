package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The kernel's statistics of processes. */
final class CpuTime {

  /** Clock ticks a second: USER_HZ, 100 on Linux. */
  private static final double TICKS = 100;

  /** Places behind the process's name, which may hold anything. */
  private static final int OWN = 11;

  private static final int ENDED_CHILDREN = 13;

  private CpuTime() {}

  /** CPU time that a process has used itself, in seconds. */
  static double ofProcess(long pid) throws IOException {
    return ticks(pid, OWN) / TICKS;
  }

  /** With all its children, those that have ended, too. */
  static double ofFamily(long pid) throws IOException {
    double seconds = ofProcess(pid) + ticks(pid, ENDED_CHILDREN) / TICKS;
    try (Stream<ProcessHandle> children = ProcessHandle.of(pid).orElseThrow().children()) {
      for (ProcessHandle child : children.toList()) {
        seconds += orEnded(child.pid());
      }
    }
    return seconds;
  }

  private static double orEnded(long pid) throws IOException {
    return Files.exists(stat(pid)) ? ofProcess(pid) : 0;
  }

  private static long ticks(long pid, int place) throws IOException {
    String stat = Files.readString(stat(pid));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[place]) + Long.parseLong(fields[place + 1]); // user, system
  }

  private static Path stat(long pid) {
    return Path.of("/proc", Long.toString(pid), "stat");
  }
}
